package dev.corridor.client;

import java.net.http.WebSocket;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A WebSocket whose messages are waited for one by one. The next one is read when this one was taken, so at most one is kept. */
final class FeedConnection implements WebSocket.Listener {

    /** The server sends a ping after 15 seconds without a message of ours: a connection that is silent for much longer is broken. */
    private static final long LONGEST_SILENCE_SECONDS = 60;

    private static final int BROKEN = 1006;

    /** What happens on a connection: a text, a ping (neither text nor code), or its end. */
    record Signal(Optional<String> text, int closeCode) {

        private static final Signal PING = new Signal(Optional.empty(), 0);

        static Signal end(int closeCode) {
            return new Signal(Optional.empty(), closeCode);
        }

        boolean isEnd() {
            return closeCode != 0;
        }
    }

    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final StringBuilder part = new StringBuilder();

    /** @return the end of the connection, if it is silent for too long */
    Signal take(WebSocket socket) throws InterruptedException {
        var signal = signals.poll(LONGEST_SILENCE_SECONDS, TimeUnit.SECONDS);
        if (signal == null) {
            return Signal.end(BROKEN);
        }
        socket.request(1);
        return signal;
    }

    /** Ends the waiting for a message. */
    void end() {
        signals.add(Signal.end(WebSocket.NORMAL_CLOSURE));
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence text, boolean isLast) {
        part.append(text);
        if (isLast) {
            signals.add(new Signal(Optional.of(part.toString()), 0));
            part.setLength(0);
        } else {
            socket.request(1);
        }
        return null;
    }

    @Override
    public CompletionStage<?> onPing(WebSocket socket, java.nio.ByteBuffer message) {
        signals.add(Signal.PING);
        return null;
    }

    @Override
    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        signals.add(Signal.end(code));
        return null;
    }

    @Override
    public void onError(WebSocket socket, Throwable error) {
        signals.add(Signal.end(BROKEN));
    }
}
