package dev.corridor.http.edge.connection;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.netty.channel.ChannelPipelineCustomizer;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.Channel;
import jakarta.inject.Singleton;

/** Puts the guards of requests into the pipeline of each connection, one before the decoder and one behind it. */
@Singleton
final class ConnectionGuard implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    private final Deadlines deadlines;

    ConnectionGuard(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        event.getBean().register(new Customizer(deadlines, null));
        return event.getBean();
    }

    /** @param channel null before there is one */
    private record Customizer(Deadlines deadlines, @Nullable Channel channel) implements NettyServerCustomizer {

        @Override
        public NettyServerCustomizer specializeForChannel(Channel connection, ChannelRole role) {
            return new Customizer(deadlines, connection);
        }

        @Override
        public void onStreamPipelineBuilt() {
            var headClock = new HeadClock(deadlines.head());
            channel.pipeline()
                    .addBefore(ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC, "head-clock", headClock)
                    .addAfter(
                            ChannelPipelineCustomizer.HANDLER_HTTP_SERVER_CODEC,
                            "request-guard",
                            new RequestGuard(headClock, deadlines.body()));
        }
    }
}
