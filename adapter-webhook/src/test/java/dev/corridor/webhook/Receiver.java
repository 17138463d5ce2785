package dev.corridor.webhook;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** An endpoint on a raw socket, that answers with any bytes. */
final class Receiver implements AutoCloseable {

    private static final long TRICKLE_MILLIS = 20;

    /** What it does with a connection once the request has come. */
    private interface Manners {
        void answer(Socket socket, CountDownLatch closed) throws IOException, InterruptedException;
    }

    private final ServerSocket server;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicInteger connections = new AtomicInteger();
    private final ByteArrayOutputStream received = new ByteArrayOutputStream();

    private Receiver(ServerSocket server, Manners manners) {
        this.server = server;
        Thread.ofVirtual().start(() -> accept(manners));
    }

    static Receiver answering(String text) throws IOException {
        return new Receiver(plain(), (socket, closed) -> write(socket, text));
    }

    static Receiver secure(TestIdentity identity, String text) throws IOException, GeneralSecurityException {
        var server = identity.server().getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        return new Receiver(server, (socket, closed) -> write(socket, text));
    }

    static Receiver silent() throws IOException {
        return new Receiver(plain(), (socket, closed) -> closed.await());
    }

    static Receiver trickling() throws IOException {
        return new Receiver(plain(), (socket, closed) -> {
            write(socket, "HTTP/1.1 200 OK\r\n");
            while (!closed.await(TRICKLE_MILLIS, TimeUnit.MILLISECONDS)) {
                write(socket, "a");
            }
        });
    }

    private static ServerSocket plain() throws IOException {
        return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    private void accept(Manners manners) {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                connections.incrementAndGet();
                readRequest(socket);
                manners.answer(socket, closed);
            } catch (IOException e) {
                // The other end went away, as some tests want it to.
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void readRequest(Socket socket) throws IOException {
        var in = socket.getInputStream();
        int expected = Integer.MAX_VALUE;
        while (received.size() < expected) {
            int next = in.read();
            if (next < 0) {
                return;
            }
            received.write(next);
            int headers = request().indexOf("\r\n\r\n");
            if (expected == Integer.MAX_VALUE && headers >= 0) {
                var length = request().split("Content-Length: ", 2)[1].split("\r\n", 2)[0];
                expected = received.size() + Integer.parseInt(length);
            }
        }
    }

    int port() {
        return server.getLocalPort();
    }

    int connections() {
        return connections.get();
    }

    /** As it came, in UTF-8. */
    String request() {
        return received.toString(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        server.close();
    }
}
