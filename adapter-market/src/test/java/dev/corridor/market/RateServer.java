package dev.corridor.market;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.Set;

/** A local server with selectable faults. */
final class RateServer implements AutoCloseable {

    /** How to respond once a request is read. */
    interface Behaviour {
        void answer(Socket connection) throws IOException;
    }

    private final ServerSocket socket;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Behaviour behaviour = connection -> {};

    RateServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::serve);
    }

    URI address(String path) {
        return URI.create("http://localhost:" + socket.getLocalPort() + path);
    }

    /** The number of requests. */
    int asked() {
        return asked.get();
    }

    void answers(int status, String body) {
        behaviour = connection -> write(connection, "HTTP/1.1 " + status + " X\r\nContent-Length: "
                + body.getBytes(StandardCharsets.UTF_8).length + "\r\nConnection: close\r\n\r\n" + body);
    }

    /** Accepts the request and never responds. */
    void hangs() {
        behaviour = connection -> awaitTheEnd();
    }

    /** Sends an incomplete body and stalls. */
    void drips() {
        behaviour = connection -> {
            write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n{");
            awaitTheEnd();
        };
    }

    /** Sends an endless body. */
    void floods() {
        behaviour = connection -> {
            write(connection, "HTTP/1.1 200 OK\r\n\r\n");
            var much = new byte[64 * 1024];
            while (closed.getCount() > 0) {
                connection.getOutputStream().write(much);
            }
        };
    }

    /** Closes the connection within the body. */
    void dies() {
        behaviour = connection -> write(connection, "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{");
    }

    private void serve() {
        while (!socket.isClosed()) {
            try {
                var connection = socket.accept();
                connections.add(connection);
                Thread.ofVirtual().start(() -> handle(connection));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void handle(Socket connection) {
        try (connection) {
            readRequest(connection);
            asked.incrementAndGet();
            behaviour.answer(connection);
        } catch (IOException e) {
            // The client has disconnected.
        } finally {
            connections.remove(connection);
        }
    }

    private static void readRequest(Socket connection) throws IOException {
        var in = connection.getInputStream();
        var end = new StringBuilder();
        while (end.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                return;
            }
            end.append((char) next);
        }
    }

    private static void write(Socket connection, String text) throws IOException {
        OutputStream out = connection.getOutputStream();
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    private void awaitTheEnd() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            socket.close();
            for (var connection : connections) {
                connection.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
