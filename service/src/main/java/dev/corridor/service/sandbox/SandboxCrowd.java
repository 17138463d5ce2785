package dev.corridor.service.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** A few clients that trade in a sandbox, over HTTP, as customers do: mostly quotes and trades, and now and then the rest. */
public final class SandboxCrowd {

    private static final int CLIENTS = 8;

    /** A round in so many does what is done more rarely. */
    private static final int ROUNDS_BETWEEN_OTHER_THINGS = 8;

    private static final Pattern QUOTE_ID = Pattern.compile("\"quoteId\":\"(quote_[0-9a-f]+)\"");

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String url;
    private final SandboxStory sandbox;

    public SandboxCrowd(String url, SandboxStory sandbox) {
        this.url = url;
        this.sandbox = sandbox;
    }

    /** Answers how many trades there were. */
    public int tradeFor(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        var trades = new LongAdder();
        try (var threads = Executors.newFixedThreadPool(CLIENTS)) {
            IntStream.range(0, CLIENTS).forEach(client -> threads.execute(() -> trades.add(tradeUntil(end))));
        }
        return trades.intValue();
    }

    private int tradeUntil(long end) {
        int rounds = 0;
        while (System.nanoTime() < end) {
            trade();
            if (rounds++ % ROUNDS_BETWEEN_OTHER_THINGS == 0) {
                otherThings();
            }
        }
        return rounds;
    }

    private void trade() {
        var quote = post(
                "/v1/quotes", "{\"accountId\":\"" + sandbox.account() + "\",\"fromAsset\":\"USD\",\"toAsset\":\"USDC\",\"fromAmount\":\"1.00\"}");
        var id = QUOTE_ID.matcher(quote);
        if (id.find()) {
            post("/v1/quotes/" + id.group(1) + "/execute", "");
        }
    }

    /** Reading, and being refused for this and that. */
    private void otherThings() {
        get("/v1/accounts/" + sandbox.account());
        get("/v1/transactions?limit=10");
        get("/v1/quotes/quote_00000000000000000000000000000000");
        get("/v1/nowhere");
        post("/v1/quotes", "{\"accountId\":1}");
    }

    private String get(String path) {
        return send(request(path).GET());
    }

    private String post(String path, String body) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .POST(BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).header("Authorization", "Bearer " + sandbox.key().value());
    }

    private String send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), BodyHandlers.ofString()).body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
