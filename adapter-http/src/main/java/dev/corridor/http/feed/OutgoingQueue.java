package dev.corridor.http.feed;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * What is on its way to one client. There is a bound to it: whoever reads more slowly than things happen is dropped, so that nobody else waits for
 * them and nothing piles up. Texts are shared by all whom they are sent to.
 */
final class OutgoingQueue {

    private static final int MAX_BYTES = 512 * 1024;
    private static final int MAX_TEXTS = 2_000;

    /** More of the past is only fetched when less than this is on its way. */
    private static final int ROOM_BYTES = 128 * 1024;

    private static final int ROOM_TEXTS = 500;

    /** How long a client is given to take what is on its way, when it is told that it is over. */
    private static final int GRACE_SECONDS = 3;

    private final Channel channel;
    private final AtomicBoolean closing = new AtomicBoolean();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();

    /** Under the lock. */
    private int bytes;

    private int texts;

    OutgoingQueue(Channel channel) {
        this.channel = channel;
    }

    /** Never waits. */
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

    /** Waits until there is room; false if it is over. */
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

    /** Says why it is over, after all that was sent before. Only the first reason counts. */
    void close(CloseCode why) {
        if (end()) {
            channel.writeAndFlush(new CloseWebSocketFrame(why.code(), why.reason())).addListener(ChannelFutureListener.CLOSE);
            channel.eventLoop().schedule(() -> channel.close(), GRACE_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** Waits until the channel is closed, which after {@link #close} is a matter of seconds. */
    void awaitEnd() {
        channel.closeFuture().awaitUninterruptibly();
    }

    /** Nothing is sent any more; false if that was so before. */
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
