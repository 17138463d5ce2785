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
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.stream.IntStream;

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
        return run(conversations, leadIn, measured, (selector, startNanos, endNanos) -> Arrivals.wheneverFree(endNanos));
    }

    /** The same as an open loop: rounds begin at a rate, however slow the answers are. The conversations are how many may run at a time. */
    public Measurement runAt(double roundsPerSecond, List<? extends Conversation> conversations, Duration leadIn, Duration measured) {
        return run(
                conversations,
                leadIn,
                measured,
                (selector, startNanos, endNanos) -> Arrivals.at(roundsPerSecond, startNanos, endNanos, selector));
    }

    private Measurement run(List<? extends Conversation> conversations, Duration leadIn, Duration measured, Pace pace) {
        var clients = conversations.stream().map(Client::new).toList();
        try (var selector = Selector.open()) {
            for (var client : clients) {
                client.connect(server, selector);
            }
            return new Run(selector, clients, conversations.getFirst().steps(), leadIn, measured).untilTheEnd(pace);
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

    /** Makes the arrivals of a run. */
    private interface Pace {

        Arrivals between(Selector selector, long startNanos, long endNanos);
    }

    /** A load from the first request to the last response. */
    private final class Run {

        private final Selector selector;
        private final List<Client> clients;
        private final Queue<Client> free;
        private final long startNanos = System.nanoTime();
        private final long endNanos;
        private final Recording recording;
        private Arrivals arrivals;
        private long nowNanos = startNanos;

        Run(Selector selector, List<Client> clients, int steps, Duration leadIn, Duration measured) {
            this.selector = selector;
            this.clients = clients;
            this.free = new ArrayDeque<>(clients);
            long fromNanos = nowNanos + leadIn.toNanos();
            this.endNanos = fromNanos + measured.toNanos();
            this.recording = new Recording(steps, nowNanos, fromNanos, endNanos);
        }

        Measurement untilTheEnd(Pace pace) throws IOException {
            try (var rounds = pace.between(selector, startNanos, endNanos)) {
                arrivals = rounds;
                beginWhatIsDue();
                while (nowNanos < endNanos + PATIENCE.toNanos() && !isOver()) {
                    selector.select(this::serve, LONGEST_SELECT_MILLIS);
                    nowNanos = System.nanoTime();
                    beginWhatIsDue();
                }
                clients.stream().filter(Client::waits).forEach(client -> recording.drop());
                IntStream.range(0, arrivals.backlog()).forEach(round -> recording.drop());
                return recording.end(nowNanos);
            }
        }

        private boolean isOver() {
            return arrivals.isOver(nowNanos) && clients.stream().noneMatch(Client::waits);
        }

        /** As far as clients are free. */
        private void beginWhatIsDue() throws IOException {
            while (!free.isEmpty()) {
                var due = arrivals.next(nowNanos);
                if (due == null) {
                    return;
                }
                var client = free.remove();
                if (client.hasMore()) {
                    client.begin(due);
                }
            }
        }

        private void serve(SelectionKey key) {
            var client = (Client) key.attachment();
            boolean wasFree = !client.waits();
            try {
                var answer = receive(client);
                if (answer.isPresent()) {
                    nowNanos = System.nanoTime();
                    recording.add(client.take(answer.get(), nowNanos), nowNanos);
                    if (answer.get().isLast()) {
                        reconnect(client);
                    }
                }
                if (wasFree || client.waits()) {
                    return;
                }
                if (client.isWithinRound()) {
                    client.send(nowNanos);
                } else {
                    free.add(client);
                    beginWhatIsDue();
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
