package dev.corridor.benchmarks.feed;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Instant;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongConsumer;

/** A client of the feed that follows an organization's transactions and records their lateness. */
final class Watcher implements WebSocket.Listener {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String SUBSCRIBE = "{\"cmd\":\"subscribe\",\"data\":{\"channel\":\"transactions\"}}";
    private static final String CREATED_AT = "\"createdAt\":\"";
    private static final int TIMESTAMP_LENGTH = "2025-03-15T14:30:00.000Z".length();

    private final LongConsumer latenessMillis;
    private final LongAdder received = new LongAdder();
    private final CountDownLatch subscribed = new CountDownLatch(1);
    private final StringBuilder part = new StringBuilder();

    private Watcher(LongConsumer latenessMillis) {
        this.latenessMillis = latenessMillis;
    }

    /** Connects and subscribes. */
    static Watcher open(int port, String key, LongConsumer latenessMillis) {
        var watcher = new Watcher(latenessMillis);
        HTTP.newWebSocketBuilder()
                .header("Authorization", "Bearer " + key)
                .buildAsync(URI.create("ws://localhost:" + port + "/v1/realtime"), watcher)
                .join()
                .sendText(SUBSCRIBE, true)
                .join();
        return watcher;
    }

    void awaitSubscribed() {
        try {
            subscribed.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("the benchmark is never interrupted", e);
        }
    }

    long received() {
        return received.sum();
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean last) {
        long now = System.currentTimeMillis();
        part.append(text);
        if (last) {
            hear(now);
            part.setLength(0);
        }
        socket.request(1);
        return null;
    }

    private void hear(long now) {
        int at = part.indexOf(CREATED_AT);
        if (at < 0) {
            subscribed.countDown();
            return;
        }
        int begin = at + CREATED_AT.length();
        var created = Instant.parse(part.substring(begin, begin + TIMESTAMP_LENGTH));
        latenessMillis.accept(Math.max(0, now - created.toEpochMilli()));
        received.increment();
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        subscribed.countDown();
    }
}
