package dev.corridor.benchmarks.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Drives many clients against a local server, from the calling thread. */
public final class LoadGenerator {

    /** How long to wait for the last responses; later ones count as drops. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /** The longest wait without looking at the clock. */
    private static final long LONGEST_SELECT_MILLIS = 100;

    private final InetSocketAddress server;

    public LoadGenerator(int port) {
        this.server = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
    }

    /** Runs the lead-in and the measured time, or until no client has another request. */
    public Measurement run(List<? extends Conversation> conversations, Duration leadIn, Duration measured) {
        var clients = conversations.stream().map(Client::new).toList();
        try (var selector = Selector.open()) {
            for (var client : clients) {
                client.connect(server, selector);
            }
            return new Run(selector, clients, conversations.getFirst().steps(), leadIn, measured).untilTheEnd();
        } catch (IOException e) {
            throw new UncheckedIOException("the server on port " + server.getPort() + " does not take connections", e);
        } finally {
            clients.forEach(LoadGenerator::close);
        }
    }

    /** Sends one request. */
    public Answer ask(byte[] request) {
        try (var channel = SocketChannel.open(server)) {
            channel.write(ByteBuffer.wrap(request));
            var received = ByteBuffer.allocate(Client.LONGEST_ANSWER_BYTES);
            var answer = Optional.<Answer>empty();
            while (answer.isEmpty()) {
                if (channel.read(received) < 0) {
                    throw new IOException("it closed the connection");
                }
                answer = Answer.parse(received);
            }
            return answer.get();
        } catch (IOException e) {
            throw new UncheckedIOException("the server on port " + server.getPort() + " does not answer", e);
        }
    }

    private static void close(Client client) {
        try {
            client.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A load from the first request to the last response. */
    private final class Run {

        private final Selector selector;
        private final List<Client> clients;
        private final long endNanos;
        private final Recording recording;
        private long nowNanos = System.nanoTime();

        Run(Selector selector, List<Client> clients, int steps, Duration leadIn, Duration measured) {
            this.selector = selector;
            this.clients = clients;
            long fromNanos = nowNanos + leadIn.toNanos();
            this.endNanos = fromNanos + measured.toNanos();
            this.recording = new Recording(steps, nowNanos, fromNanos, endNanos);
        }

        Measurement untilTheEnd() throws IOException {
            for (var client : clients) {
                client.send(nowNanos);
            }
            while (nowNanos < endNanos + PATIENCE.toNanos() && clients.stream().anyMatch(Client::waits)) {
                selector.select(this::serve, LONGEST_SELECT_MILLIS);
                nowNanos = System.nanoTime();
            }
            clients.stream().filter(Client::waits).forEach(client -> recording.drop());
            return recording.end(nowNanos);
        }

        private void serve(SelectionKey key) {
            var client = (Client) key.attachment();
            try {
                var answer = receive(client);
                if (answer.isPresent()) {
                    nowNanos = System.nanoTime();
                    recording.add(client.take(answer.get(), nowNanos), nowNanos);
                    if (answer.get().isLast()) {
                        reconnect(client);
                    }
                }
                if (!client.waits() && nowNanos < endNanos) {
                    client.send(nowNanos);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("the server on port " + server.getPort() + " has gone", e);
            }
        }

        private Optional<Answer> receive(Client client) throws IOException {
            try {
                return client.receive();
            } catch (IOException e) {
                if (client.waits()) {
                    recording.drop();
                }
                reconnect(client);
                return Optional.empty();
            }
        }

        private void reconnect(Client client) throws IOException {
            client.disconnect();
            client.connect(server, selector);
        }
    }
}
