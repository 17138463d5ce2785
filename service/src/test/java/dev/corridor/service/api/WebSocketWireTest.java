package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The handshake and the close frames on the wire. Source: RFC 6455, sections 4.2, 5 and 7. */
@MicronautTest
class WebSocketWireTest {

    private static final String KEY = "dGhlIHNhbXBsZSBub25jZQ==";
    private static final String NO_MASK = "00000000";
    private static final int PATIENCE_MILLIS = 60_000;
    private static final int CLOSE = 8;

    /** @param code empty if the frame has none */
    private record Frame(int opcode, String code) {}

    private final Customer acme;

    WebSocketWireTest(World world) {
        this.acme = world.newCustomer();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/realtime", "/ws", "/ws/nexus-bridge", "/ws/fastfeed"})
    void only_a_whole_handshake_opens_a_websocket(String path) throws IOException {
        var wrong = new LinkedHashMap<String, Integer>();
        wrong.put("Upgrade: -", 400);
        wrong.put("Upgrade: h2c", 400);
        wrong.put("Connection: -", 400);
        wrong.put("Connection: upgraded", 400);
        wrong.put("Sec-WebSocket-Version: -", 426);
        wrong.put("Sec-WebSocket-Version: 8", 426);
        wrong.put("Sec-WebSocket-Version: 13, 8", 426);
        wrong.put("Sec-WebSocket-Key: -", 400);
        wrong.put("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25j", 400);
        wrong.put("Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZSE=", 400);
        wrong.put("Sec-WebSocket-Key: the sample nonce", 400);
        wrong.put("Sec-WebSocket-Key: " + KEY + "\r\nSec-WebSocket-Key: " + KEY, 400);

        for (var one : wrong.entrySet()) {
            var refused = handshake("GET", path, "HTTP/1.1", one.getKey());
            assertThat(refused.getFirst()).as(one.getKey()).contains(" " + one.getValue() + " ");
            assertThat(refused).as(one.getKey()).anyMatch(line -> line.equalsIgnoreCase("Sec-WebSocket-Version: 13"));
            assertThat(refused).as(one.getKey()).anyMatch(line -> line.equalsIgnoreCase("Upgrade: websocket"));
        }
        assertThat(handshake("HEAD", path, "HTTP/1.1", "").getFirst()).contains(" 400 ");
        assertThat(handshake("POST", path, "HTTP/1.1", "").getFirst()).contains(" 404 ");
        assertThat(handshake("GET", path, "HTTP/1.0", "").getFirst()).contains(" 400 ");
        for (var right : List.of("", "Connection: keep-alive, upgrade", "Upgrade: WebSocket", "Upgrade: h2c, websocket")) {
            assertThat(handshake("GET", path, "HTTP/1.1", right).getFirst()).as(right).contains(" 101 ");
        }
    }

    /** Each is followed by a close frame of the client's, which must not be answered as well. */
    @ParameterizedTest
    @CsvSource({
        "1002, without a mask, 81026869",
        "1002, a reserved bit, c180" + NO_MASK,
        "1002, an unknown kind, 8380" + NO_MASK,
        "1002, a ping in fragments, 0980" + NO_MASK,
        "1002, a ping too long, 89fe007e" + NO_MASK,
        "1002, a continuation of nothing, 8080" + NO_MASK,
        "1002, half a close code, 8881" + NO_MASK + "03",
        "1002, a close code that is never sent, 8882" + NO_MASK + "03ed",
        "1003, binary, 8280" + NO_MASK,
        "1007, not UTF-8, 8181" + NO_MASK + "ff",
        "1009, too large, 81ff0000000000010001" + NO_MASK,
        "1000, closed by the client, 8882" + NO_MASK + "03e8",
        "4321, closed by the client in its own words, 8882" + NO_MASK + "10e1",
        "'', closed by the client without a word, 8880" + NO_MASK
    })
    void each_end_is_told_by_one_close_frame(String code, String what, String frame) throws IOException {
        try (var socket = open()) {
            socket.getOutputStream().write(HexFormat.of().parseHex(frame + "8882" + NO_MASK + "03e9"));

            assertThat(framesUntilTheEnd(socket)).as(what).containsExactly(new Frame(CLOSE, code));
        }
    }

    @Test
    void a_message_that_is_too_large_in_fragments_is_told_so() throws IOException {
        try (var socket = open()) {
            socket.getOutputStream().write(HexFormat.of().parseHex("01feffff" + NO_MASK));
            socket.getOutputStream().write(new byte[0xffff]);
            socket.getOutputStream().write(HexFormat.of().parseHex("8082" + NO_MASK + "6869"));

            assertThat(framesUntilTheEnd(socket)).containsExactly(new Frame(CLOSE, "1009"));
        }
    }

    @Test
    void an_answer_to_our_close_frame_is_not_answered() throws IOException {
        try (var socket = open()) {
            var id = acme.api().get("/v1/connections").isOk().text("/data/0/connectionId");
            acme.api().delete("/v1/connections/" + id).isOk();
            socket.getOutputStream().write(HexFormat.of().parseHex("8882" + NO_MASK + "1006"));

            assertThat(framesUntilTheEnd(socket)).containsExactly(new Frame(CLOSE, "4102"));
        }
    }

    /** The head of the answer to a handshake in which one header is another, or missing if its value is {@code -}. */
    private List<String> handshake(String method, String path, String version, String other) throws IOException {
        try (var socket = connect()) {
            send(socket, method, path, version, other);
            return head(new DataInputStream(socket.getInputStream()));
        }
    }

    private Socket open() throws IOException {
        var socket = connect();
        send(socket, "GET", "/v1/realtime", "HTTP/1.1", "");
        assertThat(head(new DataInputStream(socket.getInputStream())).getFirst()).contains(" 101 ");
        return socket;
    }

    private Socket connect() throws IOException {
        var server = acme.api().server();
        var socket = new Socket(server.getHost(), server.getPort());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    private void send(Socket socket, String method, String path, String version, String other) throws IOException {
        var headers = new LinkedHashMap<String, String>(Map.of(
                "Host", "localhost", "Upgrade", "websocket", "Connection", "Upgrade", "Sec-WebSocket-Version", "13", "Sec-WebSocket-Key", KEY));
        headers.putAll(acme.api().headers());
        if (!other.isEmpty()) {
            var parts = other.split(": ", 2);
            headers.remove(parts[0]);
            if (!parts[1].equals("-")) {
                headers.put(parts[0], parts[1]);
            }
        }
        var head = new StringBuilder(method + " " + path + " " + version + "\r\n");
        headers.forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        socket.getOutputStream().write(head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII));
    }

    private static List<String> head(DataInputStream from) throws IOException {
        var lines = new ArrayList<String>();
        do {
            lines.add(line(from));
        } while (!lines.getLast().isEmpty());
        return lines;
    }

    private static String line(DataInputStream from) throws IOException {
        var line = new ByteArrayOutputStream();
        for (byte next = from.readByte(); next != '\n'; next = from.readByte()) {
            line.write(next);
        }
        return line.toString(StandardCharsets.US_ASCII).strip();
    }

    /** The server's frames are short and have no mask. */
    private static List<Frame> framesUntilTheEnd(Socket socket) throws IOException {
        var frames = new ArrayList<Frame>();
        var from = new DataInputStream(socket.getInputStream());
        try {
            while (true) {
                int opcode = from.readByte() & 0x0f;
                var content = ByteBuffer.wrap(from.readNBytes(from.readByte()));
                frames.add(new Frame(opcode, content.remaining() < Short.BYTES ? "" : String.valueOf(content.getShort())));
            }
        } catch (EOFException end) {
            return frames;
        }
    }
}
