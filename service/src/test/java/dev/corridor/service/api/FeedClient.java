package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** A WebSocket client. */
final class FeedClient implements WebSocket.Listener, AutoCloseable {

    private static final HttpClient HTTP = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_SECONDS = 60;

    private final BlockingQueue<JsonNode> messages = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closeCode = new CompletableFuture<>();
    private final AtomicInteger pongs = new AtomicInteger();
    private final StringBuilder part = new StringBuilder();
    private WebSocket socket;

    private FeedClient() {}

    /** Connects with the headers of the client. */
    static FeedClient open(ApiClient api, String path) {
        var client = new FeedClient();
        var builder = HTTP.newWebSocketBuilder();
        api.headers().forEach(builder::header);
        client.socket = builder.buildAsync(addressOf(api, path), client).join();
        return client;
    }

    /** Sends an upgrade request and returns the refusal; the JDK's client exposes no bodies. */
    static Answer knock(ApiClient api, String path) {
        try (var connection = new Socket(api.server().getHost(), api.server().getPort())) {
            var request = new StringBuilder("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                    + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
            api.headers().forEach((name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
            connection.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            return answer(connection.getInputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Answer answer(InputStream from) throws IOException {
        int status = Integer.parseInt(line(from).split(" ")[1]);
        var headers = new HashMap<String, List<String>>();
        for (var line = line(from); !line.isEmpty(); line = line(from)) {
            var colon = line.indexOf(':');
            headers.computeIfAbsent(line.substring(0, colon), name -> new ArrayList<>()).add(line.substring(colon + 1).strip());
        }
        var all = HttpHeaders.of(headers, (name, value) -> true);
        var body = from.readNBytes((int) all.firstValueAsLong("content-length").orElse(0));
        return new Answer(status, all, new String(body, StandardCharsets.UTF_8));
    }

    private static String line(InputStream from) throws IOException {
        var line = new StringBuilder();
        for (int next = from.read(); next != '\n'; next = from.read()) {
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private static URI addressOf(ApiClient api, String path) {
        return URI.create("ws" + api.server().resolve(path).toString().substring("http".length()));
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
        part.append(text);
        if (last) {
            try {
                messages.add(JSON.readTree(part.toString()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            part.setLength(0);
        }
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onPong(WebSocket from, ByteBuffer content) {
        pongs.incrementAndGet();
        from.request(1);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closeCode.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closeCode.completeExceptionally(error);
    }

    FeedClient send(String text) {
        socket.sendText(text, true).join();
        return this;
    }

    void ping() {
        socket.sendPing(ByteBuffer.allocate(0)).join();
    }

    boolean isOpen() {
        return !closeCode.isDone();
    }

    /** The answers to pings of the protocol so far. */
    int pongs() {
        return pongs.get();
    }

    JsonNode next() {
        try {
            var message = messages.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(message).as("a message").isNotNull();
            return message;
        } catch (InterruptedException e) {
            throw new IllegalStateException("tests are never interrupted", e);
        }
    }

    /** Sends a message and returns the next one, assuming no other events. */
    JsonNode ask(String text) {
        return send(text).next();
    }

    /** Subscribes and returns the start sequence. */
    long subscribe(String channel) {
        var answer = ask("{\"cmd\":\"subscribe\",\"data\":{\"channel\":\"" + channel + "\"}}");
        assertThat(answer.path("code").asInt(-1)).as(answer.toString()).isZero();
        return answer.at("/data/seq").asLong();
    }

    int awaitClose() {
        return closeCode.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        socket.abort();
    }
}
