package dev.corridor.service.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.service.Await;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A client that sends and does not read. */
@MicronautTest
class SlowReaderTest {

    private static final String PATH = "/v1/realtime";
    private static final int MANY = 20_000;
    private static final int SMALL = 4_096;

    private final World world;

    SlowReaderTest(World world) {
        this.world = world;
    }

    @Test
    void whoever_does_not_read_is_dropped_and_nobody_else_notices() throws IOException {
        var acme = world.newCustomer();
        try (var blocked = new Socket(); var reading = FeedClient.open(acme.api(), PATH)) {
            reading.subscribe("transactions");
            blocked.setReceiveBufferSize(SMALL);
            blocked.connect(new InetSocketAddress(acme.api().server().getHost(), acme.api().server().getPort()));
            openOn(blocked, acme);
            Await.until("both are connected", () -> connectionsOf(acme) == 2);

            sendMany(blocked, "{\"cmd\":\"ping\"}");

            Await.until("the blocked one is dropped", () -> connectionsOf(acme) == 1);
            for (int i = 1; i <= 20; i++) {
                var deposit = acme.deposit(i + ".00", "USD");
                assertThat(reading.next().at("/data/transactionId").asText()).isEqualTo(deposit);
            }
        }
    }

    private static int connectionsOf(Customer customer) {
        return customer.api().get("/v1/connections").isOk().texts("connectionId").size();
    }

    private static void openOn(Socket socket, Customer customer) throws IOException {
        var request = new StringBuilder("GET " + PATH + " HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n");
        customer.api().headers().forEach((name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        socket.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Sends masked frames (RFC 6455, section 5.2) with a zero mask, which leaves the text unchanged. The server is expected to disconnect. */
    private static void sendMany(Socket socket, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        var frame = new byte[6 + bytes.length];
        frame[0] = (byte) 0x81;
        frame[1] = (byte) (0x80 | bytes.length);
        System.arraycopy(bytes, 0, frame, 6, bytes.length);
        try {
            for (int i = 0; i < MANY; i++) {
                socket.getOutputStream().write(frame);
            }
        } catch (IOException hungUp) {
            assertThat(hungUp).isNotNull();
        }
    }
}
