package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.service.Await;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** A client that reconnects after a failure of its network takes over the place of its dead connection. Source: docs/feed.md. */
@MicronautTest
class TakeoverTest {

    private static final String PATH = "/v1/realtime";

    /** The heartbeat finds a dead client after 15 to 30 seconds. */
    private static final Duration AT_ONCE = Duration.ofSeconds(12);

    private final Customer acme;

    /** One key of a tier with one connection, at both nodes. */
    private final List<ApiClient> nodes;

    TakeoverTest(World world, OtherNode otherNode) {
        this.acme = world.newCustomer();
        var terms = "{\"permissions\":[\"feed:read\",\"transactions:read\"],\"tier\":\"STREAM\"}";
        var key = acme.api().post("/v1/api-keys", Body.of("name", "Watcher").with(terms)).isOk();
        var client = world.stranger().withKey(key.text("/secret"));
        this.nodes = List.of(client, otherNode.api(client));
    }

    @AfterAll
    static void closeTheOtherNode(OtherNode otherNode) {
        otherNode.close();
    }

    @Test
    void a_client_takes_over_from_itself_and_resumes_on_either_node() throws IOException {
        for (var crashed : nodes) {
            for (var next : nodes) {
                try (var silent = openAndFallSilent(crashed)) {
                    var began = Instant.now();
                    try (var client = FeedClient.open(next, PATH)) {
                        assertThat(Duration.between(began, Instant.now())).isLessThan(AT_ONCE);
                        client.subscribe("transactions");
                        var deposit = acme.deposit("1.00", "USD");
                        assertThat(client.next().at("/data/transactionId").asText()).isEqualTo(deposit);
                        assertThat(closeCodeOf(silent)).isEqualTo(4103);
                    }
                    Await.until("the connection counts no more", () -> connections() == 0);
                }
            }
        }
    }

    @Test
    void a_client_that_is_alive_keeps_its_place() {
        try (var client = FeedClient.open(nodes.getFirst(), PATH)) {
            for (int i = 0; i < 3; i++) {
                nodes.forEach(node -> assertThat(FeedClient.knock(node, PATH).body())
                        .isEqualTo("{\"code\":3003,\"message\":\"Connection limit exceeded\"}"));
            }

            assertThat(client.ask("{\"cmd\":\"ping\"}").path("cmd").asText()).isEqualTo("pong");
            assertThat(connections()).isEqualTo(1);
        }
    }

    private int connections() {
        return acme.api().get("/v1/connections").isOk().texts("connectionId").size();
    }

    /** Opens a WebSocket whose client answers nothing from then on, as if its network had failed. */
    private static Socket openAndFallSilent(ApiClient api) throws IOException {
        var socket = new Socket(api.server().getHost(), api.server().getPort());
        var request = new StringBuilder("GET " + PATH + " HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
        api.headers().forEach((name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        socket.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
        var head = new StringBuilder();
        while (!head.toString().endsWith("\r\n\r\n")) {
            head.append((char) socket.getInputStream().read());
        }
        assertThat(head.toString()).contains(" 101 ");
        return socket;
    }

    /** Skips the pings. */
    private static int closeCodeOf(Socket socket) throws IOException {
        var from = new DataInputStream(socket.getInputStream());
        int opcode = from.readUnsignedByte() & 0x0f;
        while (opcode != 8) {
            from.readNBytes(from.readUnsignedByte());
            opcode = from.readUnsignedByte() & 0x0f;
        }
        from.readUnsignedByte();
        return from.readUnsignedShort();
    }
}
