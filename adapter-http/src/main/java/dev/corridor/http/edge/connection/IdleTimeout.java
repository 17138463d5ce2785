package dev.corridor.http.edge.connection;

import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.HttpServerConfiguration;
import jakarta.inject.Singleton;

/** Has the framework close a connection on which nothing happens. */
@Singleton
final class IdleTimeout implements BeanCreatedEventListener<HttpServerConfiguration> {

    private final Deadlines deadlines;

    IdleTimeout(Deadlines deadlines) {
        this.deadlines = deadlines;
    }

    @Override
    public HttpServerConfiguration onCreated(BeanCreatedEvent<HttpServerConfiguration> event) {
        event.getBean().setIdleTimeout(deadlines.idle());
        return event.getBean();
    }
}
