package dev.corridor.http.edge.request;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import java.util.function.Supplier;

/**
 * A channel handler placed directly before the framework's own.
 *
 * @param channel null until there is one
 */
public record PipelinePart(String name, Supplier<ChannelHandler> handler, @Nullable Channel channel) implements NettyServerCustomizer {

    public PipelinePart(String name, Supplier<ChannelHandler> handler) {
        this(name, handler, null);
    }

    public NettyServerCustomizer.Registry addTo(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(this);
        return event.getBean();
    }

    @Override
    public NettyServerCustomizer specializeForChannel(Channel channel, ChannelRole role) {
        return new PipelinePart(name, handler, channel);
    }

    @Override
    public void onStreamPipelineBuilt() {
        channel.pipeline().addBefore(ChannelPipelineCustomizer.HANDLER_MICRONAUT_INBOUND, name, handler.get());
    }
}
