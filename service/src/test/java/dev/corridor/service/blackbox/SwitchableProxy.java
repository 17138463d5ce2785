package dev.corridor.service.blackbox;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** A balancer in front of databases, or a network with a fault: leads new connections to one of them, and cuts those to the others. */
final class SwitchableProxy implements AutoCloseable {

    /** What the network does to bytes. */
    enum Way {
        OPEN,
        /** Each packet takes its time, in both directions. */
        SLOW,
        /** Nothing passes, and nobody is told. */
        BLACK_HOLE,
        /** What is asked arrives, and the answers do not. */
        WITHOUT_ANSWERS,
        /** Connections are not taken. */
        CLOSED
    }

    private static final Duration DELAY = Duration.ofMillis(20);
    private static final int PACKET = 8_192;

    private final ServerSocket socket;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int port;
    private volatile Way way = Way.OPEN;

    SwitchableProxy(URI first) throws IOException {
        this.socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        this.port = first.getPort();
        Thread.ofVirtual().start(this::accept);
    }

    /** The same address, by way of the proxy. */
    URI before(URI database) {
        return URI.create(database.toString().replace(":" + database.getPort() + "/", ":" + socket.getLocalPort() + "/"));
    }

    void leadTo(URI database) throws IOException {
        port = database.getPort();
        cut();
    }

    void become(Way way) {
        this.way = way;
    }

    void cut() throws IOException {
        for (var each : Set.copyOf(open)) {
            each.close();
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                connect(socket.accept());
            } catch (IOException e) {
                // The next one may be accepted.
            }
        }
    }

    /** Who finds nobody behind the proxy learns so at once. */
    private void connect(Socket client) throws IOException {
        try {
            if (way == Way.CLOSED) {
                throw new ConnectException("closed");
            }
            var server = new Socket(InetAddress.getLoopbackAddress(), port);
            open.add(client);
            open.add(server);
            Thread.ofVirtual().start(() -> pass(client, server, false));
            Thread.ofVirtual().start(() -> pass(server, client, true));
        } catch (IOException e) {
            client.close();
        }
    }

    private void pass(Socket from, Socket to, boolean areAnswers) {
        try (from; to) {
            var packet = new byte[PACKET];
            var input = from.getInputStream();
            for (int length = input.read(packet); length >= 0; length = input.read(packet)) {
                if (arrives(areAnswers)) {
                    to.getOutputStream().write(packet, 0, length);
                }
            }
        } catch (IOException e) {
            // Either side has ended it.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    /** Takes as long as the network does. */
    private boolean arrives(boolean isAnswer) {
        if (way == Way.SLOW) {
            LockSupport.parkNanos(DELAY.toNanos());
        }
        while (way == Way.BLACK_HOLE && !socket.isClosed()) {
            LockSupport.parkNanos(DELAY.toNanos());
        }
        return way != Way.WITHOUT_ANSWERS || !isAnswer;
    }

    @Override
    public void close() throws IOException {
        socket.close();
        cut();
    }
}
