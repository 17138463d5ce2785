package dev.corridor.http.edge.route;

import io.micronaut.core.convert.ArgumentConversionContext;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.bind.binders.TypedRequestArgumentBinder;
import io.micronaut.http.server.netty.NettyHttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Binds the thread of the client's connection. */
@Singleton
public final class ConnectionBinder implements TypedRequestArgumentBinder<Executor> {

    public static Executor connectionOf(HttpRequest<?> request) {
        return ((NettyHttpRequest<?>) request).getChannelHandlerContext().executor();
    }

    @Override
    public Argument<Executor> argumentType() {
        return Argument.of(Executor.class);
    }

    @Override
    public BindingResult<Executor> bind(ArgumentConversionContext<Executor> context, HttpRequest<?> request) {
        var connection = connectionOf(request);
        return () -> Optional.of(connection);
    }
}
