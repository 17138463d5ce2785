package dev.corridor.benchmarks.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.Optional;

/** A client: its connection and its step in the conversation. */
final class Client implements AutoCloseable {

    static final int LONGEST_ANSWER_BYTES = 64 * 1024;

    private final Conversation conversation;
    private final ByteBuffer received = ByteBuffer.allocateDirect(LONGEST_ANSWER_BYTES);
    private SocketChannel channel;
    private int step;
    private long dueNanos;
    private long sentNanos;
    private boolean waits;

    Client(Conversation conversation) {
        this.conversation = conversation;
    }

    void connect(InetSocketAddress server, Selector selector) throws IOException {
        channel = SocketChannel.open(server);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        channel.configureBlocking(false);
        channel.register(selector, SelectionKey.OP_READ, this);
    }

    boolean hasMore() {
        return conversation.hasMore();
    }

    /** Begins a round. Its latency counts from the instant at which it was due: to wait for a free client takes time too. */
    void begin(long dueNanos) throws IOException {
        this.dueNanos = dueNanos;
        send(dueNanos);
    }

    boolean isWithinRound() {
        return step > 0;
    }

    /** Sends the next request. The previous response has arrived, so the socket's buffer is empty and takes the whole request. */
    void send(long fromNanos) throws IOException {
        sentNanos = fromNanos;
        waits = true;
        received.clear();
        var request = ByteBuffer.wrap(conversation.request(step));
        while (request.hasRemaining()) {
            channel.write(request);
        }
    }

    boolean waits() {
        return waits;
    }

    /**
     * Reads available bytes; empty while the response is incomplete.
     *
     * @throws IOException if the connection was closed
     */
    Optional<Answer> receive() throws IOException {
        if (channel.read(received) < 0) {
            throw new IOException("the server closed the connection");
        }
        if (!received.hasRemaining()) {
            throw new IllegalStateException("an answer has more than " + LONGEST_ANSWER_BYTES + " bytes");
        }
        return Answer.parse(received);
    }

    /** Advances the conversation. */
    Reply take(Answer answer, long nowNanos) {
        waits = false;
        int answered = step;
        boolean isAccepted = conversation.accept(answered, answer);
        step = isAccepted ? (step + 1) % conversation.steps() : 0;
        return new Reply(answered, dueNanos, nowNanos - sentNanos, answer, isAccepted, isAccepted && step == 0);
    }

    /** Abandons the round and the connection. */
    void disconnect() throws IOException {
        waits = false;
        step = 0;
        channel.close();
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
