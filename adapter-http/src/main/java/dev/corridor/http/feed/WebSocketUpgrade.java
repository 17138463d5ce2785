package dev.corridor.http.feed;

import dev.corridor.http.edge.request.PipelinePart;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.websocketx.Utf8FrameValidator;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameDecoder;
import io.netty.handler.codec.http.websocketx.WebSocket13FrameEncoder;
import io.netty.handler.codec.http.websocketx.WebSocketDecoderConfig;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.flush.FlushConsolidationHandler;
import io.netty.handler.ssl.SslHandler;
import io.netty.handler.timeout.IdleStateHandler;
import io.netty.util.AttributeKey;
import jakarta.inject.Singleton;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;

/**
 * Turns the framework's channel into a WebSocket when "101 Switching Protocols" is sent. The framework's own WebSockets neither expose the
 * queue length nor allow encoding a message once for many clients.
 */
@Singleton
final class WebSocketUpgrade implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    /** The handler that takes over the channel. */
    static final AttributeKey<WebSocketConnection> NEXT = AttributeKey.valueOf(WebSocketUpgrade.class, "next");

    private static final String NAME = "websocket-switch";
    private static final int FLUSH_AFTER = 256;

    /** Bounds the socket's send buffer. The operating system would buffer megabytes for a client that does not read. */
    private static final int SEND_BUFFER_BYTES = 64 * 1024;

    /** The bound of a fragmented message. */
    private static final int MAX_MESSAGE_BYTES = 64 * 1024;

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        return new PipelinePart(NAME, Switch::new).addTo(event);
    }

    private static final class Switch extends ChannelOutboundHandlerAdapter {

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            boolean switches = message instanceof HttpResponse response && response.status().equals(HttpResponseStatus.SWITCHING_PROTOCOLS);
            if (switches) {
                var early = new Early();
                context.pipeline().addFirst(early);
                context.channel().eventLoop().execute(() -> turn(context.channel(), early));
            }
            context.write(message, promise);
        }
    }

    /** Buffers what a client sends before the upgrade is complete. */
    private static final class Early extends ChannelInboundHandlerAdapter {

        private final Queue<Object> kept = new ArrayDeque<>();

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            kept.add(message);
        }

        @Override
        public void handlerRemoved(ChannelHandlerContext context) {
            kept.forEach(context::fireChannelRead);
            kept.clear();
        }
    }

    private static void turn(Channel channel, Early early) {
        var pipeline = channel.pipeline();
        for (Map.Entry<String, ChannelHandler> entry : List.copyOf(pipeline.toMap().entrySet())) {
            if (entry.getValue() != early && !(entry.getValue() instanceof SslHandler)) {
                pipeline.remove(entry.getValue());
            }
        }
        var frames = channel.attr(NEXT).getAndSet(null);
        // The connection sends the close frame of a refused frame too: the codec would send a second one.
        var decoding = WebSocketDecoderConfig.newBuilder()
                .expectMaskedFrames(true)
                .allowExtensions(false)
                .closeOnProtocolViolation(false)
                .maxFramePayloadLength(MAX_MESSAGE_BYTES)
                .build();
        pipeline.addLast(new FlushConsolidationHandler(FLUSH_AFTER, true));
        pipeline.addLast(new IdleStateHandler(frames.heartbeatSeconds(), 0, 0));
        pipeline.addLast(new WebSocket13FrameEncoder(false));
        pipeline.addLast(new WebSocket13FrameDecoder(decoding));
        pipeline.addLast(new WebSocketFrameAggregator(MAX_MESSAGE_BYTES));
        pipeline.addLast(new Utf8FrameValidator(false));
        pipeline.addLast(frames);
        pipeline.remove(early);
        channel.config().setOption(ChannelOption.SO_SNDBUF, SEND_BUFFER_BYTES);
        channel.config().setAutoRead(true);
    }
}
