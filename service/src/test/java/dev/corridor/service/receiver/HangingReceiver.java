package dev.corridor.service.receiver;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Takes every connection and never answers. */
public final class HangingReceiver implements AutoCloseable {

    private final ServerSocket server;
    private final Queue<Socket> taken = new ConcurrentLinkedQueue<>();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    public HangingReceiver() throws IOException {
        server = new ServerSocket(0, 2_000, InetAddress.getLoopbackAddress());
        Thread.ofPlatform().daemon().start(this::accept);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                taken.add(socket);
                most.accumulateAndGet(open.incrementAndGet(), Math::max);
                Thread.ofVirtual().start(() -> waitForTheEnd(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void waitForTheEnd(Socket socket) {
        try (socket) {
            while (socket.getInputStream().read() >= 0) {
                // The request, of which nothing is wanted.
            }
        } catch (IOException e) {
            // The other end went away.
        } finally {
            open.decrementAndGet();
        }
    }

    public String url() {
        return "http://127.0.0.1:" + server.getLocalPort() + "/hooks";
    }

    /** The connections that were open at once. */
    public int most() {
        return most.get();
    }

    /** All connections so far. */
    public int connections() {
        return taken.size();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var socket : taken) {
            socket.close();
        }
    }
}
