package dev.corridor.http.feed;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The bounded queue of one client's outgoing messages. A client that reads too slowly is disconnected, so nothing accumulates and no other
 * client waits. Messages are shared between clients.
 */
final class OutgoingQueue {

    private static final int MAX_BYTES = 512 * 1024;
    private static final int MAX_TEXTS = 2_000;

    /** Past events are fetched only while less than this is queued. */
    private static final int ROOM_BYTES = 128 * 1024;

    private static final int ROOM_TEXTS = 500;

    /** How long a client may take to drain its queue after a close. */
    private static final int GRACE_SECONDS = 3;

    private final Channel channel;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** Guarded by the lock. */
    private int bytes;

    private int texts;

    OutgoingQueue(Channel channel) {
        this.channel = channel;
    }

    /** Never blocks. */
    void send(byte[] text) {
        if (closing.get()) {
            return;
        }
        if (!add(text.length)) {
            close(CloseCode.TOO_SLOW);
            return;
        }
        channel.writeAndFlush(new TextWebSocketFrame(Unpooled.wrappedBuffer(text))).addListener(sent -> remove(text.length));
    }

    /** Not queued: its sender reads. */
    void pong(byte[] content) {
        if (!closing.get()) {
            channel.writeAndFlush(new PongWebSocketFrame(Unpooled.wrappedBuffer(content)));
        }
    }

    private boolean add(int length) {
        lock.lock();
        try {
            if (texts == MAX_TEXTS || bytes + length > MAX_BYTES && texts > 0) {
                return false;
            }
            bytes += length;
            texts++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    private void remove(int length) {
        lock.lock();
        try {
            bytes -= length;
            texts--;
            if (hasRoom()) {
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    private boolean hasRoom() {
        return bytes < ROOM_BYTES && texts < ROOM_TEXTS;
    }

    /** Waits for room; false if the connection is closing. */
    boolean awaitRoom() {
        lock.lock();
        try {
            while (!hasRoom() && !closing.get()) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
        return !closing.get();
    }

    boolean isClosing() {
        return closing.get();
    }

    /** Sends the close code after the queued messages. Only the first reason counts. */
    void close(CloseCode why) {
        close(new CloseWebSocketFrame(why.code(), why.reason()));
    }

    /** Sends the frame after the queued messages if it is the first close frame, then closes the channel. */
    void close(CloseWebSocketFrame frame) {
        if (end()) {
            channel.writeAndFlush(frame).addListener(ChannelFutureListener.CLOSE);
            channel.eventLoop().schedule(() -> channel.close(), GRACE_SECONDS, TimeUnit.SECONDS);
        } else {
            frame.release();
        }
    }

    /** Asks the client for a sign of life. One that is just being connected has given it. */
    void question(Runnable answer) {
        var connection = channel.pipeline().get(WebSocketConnection.class);
        if (connection == null) {
            answer.run();
        } else {
            channel.eventLoop().execute(() -> connection.question(answer));
        }
    }

    /** Waits until the channel is closed; after {@link #close} at most the grace period. */
    void awaitEnd() {
        channel.closeFuture().awaitUninterruptibly();
    }

    /** Stops sending; false if already stopped. */
    boolean end() {
        if (!closing.compareAndSet(false, true)) {
            return false;
        }
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        return true;
    }
}
