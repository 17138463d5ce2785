package dev.corridor.http.feed;

import dev.corridor.application.feed.TrackConnections;
import io.micronaut.core.annotation.Nullable;
import io.netty.buffer.ByteBufUtil;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.TooLongFrameException;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CorruptedWebSocketFrameException;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketCloseStatus;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import io.netty.handler.timeout.IdleStateEvent;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The server's end of a WebSocket. Handles messages one at a time on a virtual thread, and reads no more from the network meanwhile. */
final class WebSocketConnection extends SimpleChannelInboundHandler<WebSocketFrame> {

    /** The protocol on the connection. */
    interface Conversation {

        /** Called first. */
        void open();

        void receive(String text);

        /** A ping of the protocol. Returns whether it is answered. */
        boolean receivePing();
    }

    private final OutgoingQueue outgoing;
    private final Conversation conversation;
    private final Executor blocking;
    private final int heartbeatSeconds;
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    /** Guarded by the lock of {@link #waiting}. */
    private boolean busy;

    private boolean asked;

    /** Runs at the next sign of life; null if none is awaited. The context's thread alone uses it. */
    private @Nullable Runnable answer;

    private @Nullable ChannelHandlerContext context;

    WebSocketConnection(OutgoingQueue outgoing, Conversation conversation, Executor blocking, int heartbeatSeconds) {
        this.outgoing = outgoing;
        this.conversation = conversation;
        this.blocking = blocking;
        this.heartbeatSeconds = heartbeatSeconds;
    }

    int heartbeatSeconds() {
        return heartbeatSeconds;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        this.context = context;
        handle(context, conversation::open);
    }

    @Override
    protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
        asked = false;
        if (answer != null) {
            answer.run();
            answer = null;
        }
        if (outgoing.isClosing() && !(frame instanceof CloseWebSocketFrame)) {
            return;
        }
        switch (frame) {
            case TextWebSocketFrame text -> {
                var message = text.text();
                handle(context, () -> conversation.receive(message));
            }
            case PingWebSocketFrame ping -> answer(ping, context);
            case CloseWebSocketFrame close -> echo(close);
            case BinaryWebSocketFrame binary -> end(WebSocketCloseStatus.INVALID_MESSAGE_TYPE);
            default -> {}
        }
    }

    /** It is echoed (RFC 6455, section 5.5.1), unless we close too: then our own frame ends the connection, and may not have left yet. */
    private void echo(CloseWebSocketFrame close) {
        outgoing.close(close.retain());
    }

    /** A client that does not read gets no pong; the heartbeat checks it later. */
    private void answer(PingWebSocketFrame ping, ChannelHandlerContext context) {
        if (context.channel().isWritable()) {
            var content = ByteBufUtil.getBytes(ping.content());
            handle(context, () -> {
                if (conversation.receivePing()) {
                    outgoing.pong(content);
                }
            });
        }
    }

    /**
     * Pings the client, and takes its next frame for the answer. Ends the connection if none comes in time. Reads once even if a command is in
     * progress. Call on the event loop.
     */
    void question(Runnable sign) {
        answer = sign;
        context.writeAndFlush(new PingWebSocketFrame());
        context.read();
        context.executor().schedule(() -> giveUp(sign), TrackConnections.QUESTION_SECONDS, TimeUnit.SECONDS);
    }

    private void giveUp(Runnable sign) {
        if (sign.equals(answer)) {
            outgoing.close(CloseCode.SILENT);
        }
    }

    /** Messages that were read before reading stopped are queued; their number is bounded by one read. */
    private void handle(ChannelHandlerContext context, Runnable message) {
        synchronized (waiting) {
            waiting.add(message);
            if (busy) {
                return;
            }
            busy = true;
            context.channel().config().setAutoRead(false);
        }
        blocking.execute(() -> handleAll(context));
    }

    private void handleAll(ChannelHandlerContext context) {
        for (var next = next(context); next != null; next = next(context)) {
            next.run();
        }
    }

    private Runnable next(ChannelHandlerContext context) {
        synchronized (waiting) {
            var next = waiting.poll();
            if (next == null) {
                busy = false;
                context.channel().config().setAutoRead(true);
            }
            return next;
        }
    }

    /** A live client answers a ping. */
    @Override
    public void userEventTriggered(ChannelHandlerContext context, Object event) {
        if (outgoing.isClosing()) {
            return;
        }
        if (event instanceof IdleStateEvent && !asked) {
            asked = true;
            context.writeAndFlush(new PingWebSocketFrame());
        } else if (event instanceof IdleStateEvent) {
            outgoing.close(CloseCode.SILENT);
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable failure) {
        switch (failure) {
            case TooLongFrameException tooLong -> end(WebSocketCloseStatus.MESSAGE_TOO_BIG);
            case CorruptedWebSocketFrameException corrupted -> end(corrupted.closeStatus());
            default -> context.close();
        }
    }

    private void end(WebSocketCloseStatus status) {
        outgoing.close(new CloseWebSocketFrame(status));
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        outgoing.end();
        context.fireChannelInactive();
    }
}
