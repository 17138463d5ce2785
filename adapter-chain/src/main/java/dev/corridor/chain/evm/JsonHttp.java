package dev.corridor.chain.evm;

import com.google.gson.JsonElement;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.corridor.application.transaction.port.Chain.Unavailable;
import dev.corridor.domain.id.Trace;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks a server for JSON. The timeout covers the whole response, and its size is bounded. Any failure is {@link Unavailable}. */
final class JsonHttp {

    /** A block of Ethereum with all its transactions has about 200 KiB. */
    private static final int MAX_BYTES = 8 * 1024 * 1024;

    private static final int OK = 200;

    private final HttpClient client;
    private final Duration timeout;

    JsonHttp(Duration timeout) {
        this.timeout = timeout;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(timeout)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    JsonElement get(URI uri) {
        return ask(HttpRequest.newBuilder(uri).GET());
    }

    JsonElement post(URI uri, JsonElement body) {
        return post(uri, body, Optional.empty());
    }

    /** @param trace to which the call belongs */
    JsonElement post(URI uri, JsonElement body, Optional<Trace> trace) {
        var request = HttpRequest.newBuilder(uri).header("Content-Type", "application/json");
        trace.ifPresent(named -> request.header(Trace.HEADER, named.parent(ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE))));
        return ask(request.POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    /** The client's own timeout ends with the response headers, so it would not stop a body that trickles in. */
    private JsonElement ask(HttpRequest.Builder request) {
        var asked = client.sendAsync(request.build(), response -> new BoundedBody(MAX_BYTES));
        try {
            var answer = asked.get(timeout.toMillis(), TimeUnit.MILLISECONDS);
            if (answer.statusCode() != OK) {
                throw new Unavailable("HTTP status " + answer.statusCode());
            }
            return parse(answer);
        } catch (TimeoutException e) {
            asked.cancel(true);
            throw new Unavailable("no answer within " + timeout.toMillis() + " ms", e);
        } catch (ExecutionException e) {
            throw new Unavailable("no connection", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            asked.cancel(true);
            throw new Unavailable("interrupted", e);
        }
    }

    private static JsonElement parse(HttpResponse<byte[]> answer) {
        try {
            return JsonParser.parseString(new String(answer.body(), StandardCharsets.UTF_8));
        } catch (JsonParseException e) {
            throw new Unavailable("the answer is not JSON", e);
        }
    }
}
