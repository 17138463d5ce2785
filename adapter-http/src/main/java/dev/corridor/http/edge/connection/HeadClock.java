package dev.corridor.http.edge.connection;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.Future;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Stands before the decoder and closes the connection when a head has begun to come and does not end in time. A head that comes as a whole, the
 * usual case, sets no timer.
 */
final class HeadClock extends ChannelInboundHandlerAdapter {

    private final Duration deadline;

    private boolean isBetweenRequests = true;
    private boolean hasBegun;
    private Future<?> running;

    HeadClock(Duration deadline) {
        this.deadline = deadline;
    }

    /** A head has come to its end, and a body follows it. */
    void headIsComplete() {
        isBetweenRequests = false;
        stop();
    }

    /** What comes now is the next head. */
    void requestIsComplete() {
        isBetweenRequests = true;
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object bytes) {
        hasBegun |= isBetweenRequests;
        context.fireChannelRead(bytes);
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        context.fireChannelReadComplete();
        if (hasBegun && running == null) {
            running = context.executor().schedule(() -> context.close(), deadline.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        stop();
        context.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        stop();
    }

    private void stop() {
        hasBegun = false;
        if (running != null) {
            running.cancel(false);
            running = null;
        }
    }
}
