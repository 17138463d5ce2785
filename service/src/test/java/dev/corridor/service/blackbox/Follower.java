package dev.corridor.service.blackbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** Follows an organization's transactions, and resumes after each reconnect. */
final class Follower {

    /** A received event. */
    record Told(long sequence, long previous, String transaction) {}

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final String key;
    private final List<Told> told = new ArrayList<>();
    private final Map<String, Long> toldAt = new HashMap<>();
    private long last;
    private volatile int connection;
    private volatile boolean subscribed;
    private volatile int closeCode;

    /** @param from the sequence after which to start */
    Follower(String key, long from) {
        this.key = key;
        this.last = from;
    }

    /** Connects or reconnects. Ignores further messages of the previous connection. */
    @SuppressWarnings("NonAtomicVolatileUpdate") // Written by the test's thread alone.
    void connect(String url) {
        connection++;
        subscribed = false;
        closeCode = 0;
        var socket = HTTP.newWebSocketBuilder()
                .header("Authorization", "Bearer " + key)
                .buildAsync(URI.create(url.replace("http:", "ws:") + "/v1/realtime"), new Listener(connection))
                .join();
        socket.sendText("{\"cmd\":\"subscribe\",\"data\":{\"channel\":\"transactions\",\"from\":" + last() + "}}", true);
    }

    private synchronized long last() {
        return last;
    }

    boolean isSubscribed() {
        return subscribed;
    }

    /** Zero while connected. */
    int closeCode() {
        return closeCode;
    }

    synchronized List<Told> told() {
        return List.copyOf(told);
    }

    /** When it was told of each transaction first, in nanoseconds of the JVM's clock. */
    synchronized Map<String, Long> toldAt() {
        return Map.copyOf(toldAt);
    }

    private synchronized void hear(int number, JsonNode message) {
        if (number != connection) {
            return;
        }
        switch (message.path("cmd").asText()) {
            case "subscribe" -> {
                if (message.path("code").asInt(-1) != 0) {
                    throw new IllegalStateException(message.toString());
                }
                subscribed = true;
            }
            case "transactions" -> {
                last = message.path("seq").asLong();
                var transaction = message.at("/data/transactionId").asText();
                told.add(new Told(last, message.path("prev").asLong(), transaction));
                toldAt.putIfAbsent(transaction, System.nanoTime());
            }
            default -> throw new IllegalStateException(message.toString());
        }
    }

    private final class Listener implements WebSocket.Listener {

        private final int number;
        private final StringBuilder part = new StringBuilder();

        private Listener(int number) {
            this.number = number;
        }

        @Override
        public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean isLast) {
            part.append(text);
            if (isLast) {
                hear(number, read(part.toString()));
                part.setLength(0);
            }
            socket.request(1);
            return null;
        }

        @Override
        public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
            if (number == connection) {
                closeCode = code;
            }
            return null;
        }

        private static JsonNode read(String text) {
            try {
                return JSON.readTree(text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
