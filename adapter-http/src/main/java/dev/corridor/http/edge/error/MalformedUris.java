package dev.corridor.http.edge.error;

import dev.corridor.http.edge.request.PipelinePart;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.NettyServerCustomizer;
import io.netty.channel.ChannelHandler.Sharable;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.handler.codec.http.HttpRequest;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;

/**
 * Gives a request whose URI is none, such as {@code /%zz}, another one, which leads nowhere. Left to itself, the framework forgets the headers
 * of such a request, and with them in which dialect its client wants to be told.
 */
@Singleton
final class MalformedUris implements BeanCreatedEventListener<NettyServerCustomizer.Registry> {

    private static final String NAME = "malformed-uris";
    private static final String INSTEAD = "/malformed-uri";

    /** Whether a request for that path, which leads nowhere, had such a URI, or may as well have had. */
    static boolean include(String path) {
        return path.equals(INSTEAD);
    }

    @Override
    public NettyServerCustomizer.Registry onCreated(BeanCreatedEvent<NettyServerCustomizer.Registry> event) {
        return new PipelinePart(NAME, () -> Check.ALL).addTo(event);
    }

    @Sharable
    private static final class Check extends ChannelInboundHandlerAdapter {

        private static final Check ALL = new Check();

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            if (message instanceof HttpRequest request && !isPlain(request.uri())) {
                replaceUnlessUri(request);
            }
            context.fireChannelRead(message);
        }

        private static void replaceUnlessUri(HttpRequest request) {
            try {
                new URI(request.uri());
            } catch (URISyntaxException e) {
                request.setUri(INSTEAD);
            }
        }

        /** Nearly all URIs have none but characters that may stand anywhere in one. */
        private static boolean isPlain(String uri) {
            for (int i = 0; i < uri.length(); i++) {
                if (!isPlain(uri.charAt(i))) {
                    return false;
                }
            }
            return true;
        }

        private static boolean isPlain(char character) {
            return character >= 'a' && character <= 'z'
                    || character >= '0' && character <= '9'
                    || character >= 'A' && character <= 'Z'
                    || "/_-?=&.,".indexOf(character) >= 0;
        }
    }
}
