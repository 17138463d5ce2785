package dev.corridor.http.feed;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.netty.NettyHttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.netty.channel.Channel;
import io.netty.handler.codec.http.HttpVersion;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;

/** Hands a request's channel over to a WebSocket protocol. */
@Singleton
final class WebSockets {

    private final FeedSettings settings;
    private final ExecutorService blocking;

    WebSockets(FeedSettings settings, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.settings = settings;
        this.blocking = blocking;
    }

    static Channel channelOf(HttpRequest<?> request) {
        return ((NettyHttpRequest<?>) request).getChannelHandlerContext().channel();
    }

    /** As the client sent it; the framework names the version that it speaks itself. */
    static HttpVersion versionOf(HttpRequest<?> request) {
        return ((NettyHttpRequest<?>) request).getNativeRequest().protocolVersion();
    }

    HttpResponse<?> accept(HttpRequest<?> request, OutgoingQueue outgoing, WebSocketConnection.Conversation conversation) {
        int heartbeatSeconds = Math.toIntExact(settings.heartbeat().toSeconds());
        channelOf(request).attr(WebSocketUpgrade.NEXT).set(new WebSocketConnection(outgoing, conversation, blocking, heartbeatSeconds));
        return Handshake.accept(request);
    }
}
