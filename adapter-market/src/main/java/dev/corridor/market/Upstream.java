package dev.corridor.market;

import dev.corridor.application.market.port.RateSource.Unavailable;
import dev.failsafe.CircuitBreaker;
import dev.failsafe.CircuitBreakerOpenException;
import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeExecutor;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An HTTP client for one polled server. The timeout covers the whole response and its size is bounded. A circuit breaker pauses requests
 * after repeated failures, then lets one request probe the server.
 */
public final class Upstream {

    /** Many times the size of a rate list. */
    static final int MAX_BYTES = 256 * 1024;

    private static final int OK = 200;

    /** Statuses below reject this request only and do not count as failures of the server. */
    private static final int FAULT = 500;

    private static final int LOOKED_AT = 6;
    private static final int FAILURES = 3;

    private final HttpClient client;
    private final Duration timeout;
    private final Optional<TickerKey> key;
    private final CircuitBreaker<HttpResponse<byte[]>> breaker;
    private final FailsafeExecutor<HttpResponse<byte[]>> guarded;

    /**
     * @param timeout from the request to the last byte of the response
     * @param rest pause after three failures in the last six requests
     */
    public Upstream(Duration timeout, Duration rest) {
        this(timeout, rest, Optional.empty());
    }

    /** @param key that the server demands */
    public Upstream(Duration timeout, Duration rest, Optional<TickerKey> key) {
        this.timeout = timeout;
        this.key = key;
        this.client = HttpClient.newBuilder().connectTimeout(timeout).followRedirects(HttpClient.Redirect.NEVER).build();
        this.breaker = CircuitBreaker.<HttpResponse<byte[]>>builder().withFailureThreshold(FAILURES, LOOKED_AT).withDelay(rest).build();
        this.guarded = Failsafe.with(breaker);
    }

    boolean isResting() {
        return breaker.isOpen();
    }

    byte[] get(URI uri) {
        try {
            var answer = guarded.get(() -> ask(uri));
            if (answer.statusCode() != OK) {
                throw statusOf(answer);
            }
            return answer.body();
        } catch (CircuitBreakerOpenException e) {
            throw new Unavailable("given a rest after failures");
        }
    }

    /** The client's own timeout ends with the response headers, so it would not stop a body that trickles in. */
    private HttpResponse<byte[]> ask(URI uri) {
        var request = HttpRequest.newBuilder(uri);
        key.ifPresent(its -> request.header("Authorization", "Bearer " + its.value()));
        var asked = client.sendAsync(request.build(), response -> new BoundedBody(MAX_BYTES));
        try {
            var answer = asked.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (answer.statusCode() >= FAULT) {
                throw statusOf(answer);
            }
            return answer;
        } catch (TimeoutException e) {
            throw new Unavailable("timed out");
        } catch (ExecutionException e) {
            throw new Unavailable(statusOf(e.getCause()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unavailable("interrupted");
        } finally {
            asked.cancel(true);
        }
    }

    private static Unavailable statusOf(HttpResponse<?> answer) {
        return new Unavailable("HTTP " + answer.statusCode());
    }

    private static String statusOf(Throwable failure) {
        return switch (failure) {
            case HttpTimeoutException slow -> "timed out";
            case ConnectException closed -> "cannot be reached";
            case BoundedBody.TooLargeException large -> "answer too large";
            case IOException broken -> "connection lost";
            default -> "failed";
        };
    }
}
