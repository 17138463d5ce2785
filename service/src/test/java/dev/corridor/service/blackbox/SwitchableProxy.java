package dev.corridor.service.blackbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A balancer in front of databases: leads new connections to one of them, and cuts those to the others. */
final class SwitchableProxy implements AutoCloseable {

    private final ServerSocket socket;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile int port;

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

    private void cut() throws IOException {
        for (var each : Set.copyOf(open)) {
            each.close();
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var client = socket.accept();
                var server = new Socket(InetAddress.getLoopbackAddress(), port);
                open.add(client);
                open.add(server);
                Thread.ofVirtual().start(() -> pass(client, server));
                Thread.ofVirtual().start(() -> pass(server, client));
            } catch (IOException e) {
                // The next one may be accepted.
            }
        }
    }

    private void pass(Socket from, Socket to) {
        try (from; to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // Either side has ended it.
        } finally {
            open.remove(from);
            open.remove(to);
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
        cut();
    }
}
