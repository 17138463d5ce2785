package dev.corridor.client;

import dev.corridor.client.CorridorException.Problem;
import dev.corridor.client.model.Retry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A client of one Corridor. A request is sent again only where the answer's {@code Corridor-Retry} says that it does no harm, always under the same
 * idempotency key. Any thread may use it.
 */
public final class CorridorClient {

    private static final String JSON = "application/json";
    private static final String PROBLEM = "application/problem+json";
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final int MOST_DOUBLINGS = 20;

    private final String url;
    private final Map<String, String> credentials;
    private final Optional<Signer> signer;
    private final HttpClient http;
    private final int attempts;
    private final Duration longestWait;
    private final Duration timeout;

    private CorridorClient(
            String url,
            Map<String, String> credentials,
            Optional<Signer> signer,
            HttpClient http,
            int attempts,
            Duration longestWait,
            Duration timeout) {
        this.url = url;
        this.credentials = credentials;
        this.signer = signer;
        this.http = http;
        this.attempts = attempts;
        this.longestWait = longestWait;
        this.timeout = timeout;
    }

    /**
     * A client without a key, of what is public. It sends a request at most 4 times, waits for at most a minute before it does so again, and for half
     * a minute for an answer.
     *
     * @param url where Corridor is, without a path: {@code https://corridor.example}
     */
    public static CorridorClient at(String url) {
        var http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(10)).build();
        return new CorridorClient(
                url.replaceFirst("/+$", ""), Map.of(), Optional.empty(), http, 4, Duration.ofMinutes(1), Duration.ofSeconds(30));
    }

    /** With an API key, or a user's access token. */
    public CorridorClient key(String key) {
        return new CorridorClient(url, Map.of("Authorization", "Bearer " + key), Optional.empty(), http, attempts, longestWait, timeout);
    }

    /** With a key whose {@code signatureFormat} is CORRIDOR. Its requests are sent one after the other. */
    public CorridorClient signedKey(String key, String signingSecret) {
        return new CorridorClient(url, Map.of(), Optional.of(new Signer(key, signingSecret)), http, attempts, longestWait, timeout);
    }

    /** @param attempts how often a request is sent at most */
    public CorridorClient attempts(int attempts) {
        return new CorridorClient(url, credentials, signer, http, attempts, longestWait, timeout);
    }

    /** A longer {@code Retry-After} is not waited for, and no pause between attempts is longer. */
    public CorridorClient longestWait(Duration longestWait) {
        return new CorridorClient(url, credentials, signer, http, attempts, longestWait, timeout);
    }

    /** @param timeout how long an answer is waited for */
    public CorridorClient timeout(Duration timeout) {
        return new CorridorClient(url, credentials, signer, http, attempts, longestWait, timeout);
    }

    /** With a proxy or certificates of your own, for example. */
    public CorridorClient over(HttpClient http) {
        return new CorridorClient(url, credentials, signer, http, attempts, longestWait, timeout);
    }

    /**
     * @throws CorridorException if the service refuses it or fails
     * @throws ConnectionException if no answer comes, or the thread is interrupted
     * @throws UnexpectedAnswerException if something else answers
     */
    public <T> T send(Request<T> request) {
        for (int attempt = 1;; attempt++) {
            try {
                return signer.isPresent() ? signer.get().inTurn(() -> sendOnce(request)) : sendOnce(request);
            } catch (CorridorException failure) {
                pause(pauseBefore(attempt + 1, failure).orElseThrow(() -> failure), request);
            }
        }
    }

    /** The items of a list, over all of its pages. The next page is asked for when its first item is. */
    public <T> Iterable<T> list(Listing<T> listing) {
        return () -> new Pages<>(this, listing);
    }

    /** The events of your organization on a channel from now on, without end. */
    public <T> Feed<T> follow(Channel<T> channel) {
        return new Feed<>(this, http, url, channel, OptionalLong.empty());
    }

    /** @param sequence of the last event that you have processed: the events after it come first. Zero for all that are kept. */
    public <T> Feed<T> follow(Channel<T> channel, long sequence) {
        return new Feed<>(this, http, url, channel, OptionalLong.of(sequence));
    }

    /** Empty if the request must not be sent again, or this is not worth it. */
    private Optional<Duration> pauseBefore(int attempt, CorridorException failure) {
        if (attempt > attempts) {
            return Optional.empty();
        } else if (failure.retry() == Retry.SAME_REQUEST) {
            var doubled = FIRST_PAUSE.multipliedBy(1L << Math.min(attempt - 2, MOST_DOUBLINGS));
            return Optional.of(doubled.compareTo(longestWait) < 0 ? doubled : longestWait);
        } else if (failure.retry() == Retry.AFTER) {
            return failure.retryAfter().filter(time -> time.compareTo(longestWait) <= 0);
        }
        return Optional.empty();
    }

    private static void pause(Duration time, Request<?> request) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectionException("interrupted before the next attempt", request.idempotencyKey(), e);
        }
    }

    private <T> T sendOnce(Request<T> request) {
        var body = request.json();
        var message = HttpRequest.newBuilder(URI.create(url + request.target())).timeout(timeout).header("Accept", JSON + ", " + PROBLEM);
        credentials.forEach(message::header);
        signer.ifPresent(signer -> signer.headers(request, body).forEach(message::header));
        request.headers().forEach(message::header);
        request.idempotencyKey().ifPresent(key -> message.header("Idempotency-Key", key));
        if (body.isEmpty()) {
            message.method(request.method(), BodyPublishers.noBody());
        } else {
            message.header("Content-Type", JSON).method(request.method(), BodyPublishers.ofString(body));
        }
        try {
            return read(http.send(message.build(), BodyHandlers.ofString()), request);
        } catch (IOException e) {
            throw new ConnectionException("no answer came from Corridor", request.idempotencyKey(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectionException("interrupted before the answer came", request.idempotencyKey(), e);
        }
    }

    private static <T> T read(HttpResponse<String> response, Request<T> request) {
        var type = response.headers().firstValue("Content-Type").orElse("");
        try {
            if (response.statusCode() < 300 && type.startsWith(JSON)) {
                return Json.read(request.answer(), response.body());
            } else if (type.startsWith(PROBLEM)) {
                var retryAfter = response.headers().firstValue("Retry-After").map(Long::valueOf).map(Duration::ofSeconds);
                throw new CorridorException(Json.read(Problem.class, response.body()), retryAfter, request.idempotencyKey());
            }
            throw new UnexpectedAnswerException(response.statusCode(), response.body(), type);
        } catch (UnreadableException e) {
            throw new UnexpectedAnswerException(response.statusCode(), response.body(), e.getMessage());
        }
    }
}
