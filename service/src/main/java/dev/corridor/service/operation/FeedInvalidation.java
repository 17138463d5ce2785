package dev.corridor.service.operation;

import dev.corridor.domain.feed.ConnectionId;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.user.SessionId;
import dev.corridor.http.feed.LiveConnections;
import dev.corridor.persistence.access.InvalidatedCache;
import io.micronaut.context.BeanProvider;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;

/** Closes WebSockets whose key or session another node has invalidated. Missed notifications are caught by the periodic check of connections. */
@Singleton
@Named("feed")
final class FeedInvalidation implements InvalidatedCache {

    /** Resolved lazily, because listeners are created before the connections. */
    private final BeanProvider<LiveConnections> connections;

    private final ExecutorService blocking;

    FeedInvalidation(BeanProvider<LiveConnections> connections, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.connections = connections;
        this.blocking = blocking;
    }

    /** By then the other caches have dropped the key, or will before it is looked up. */
    @Override
    public void forget(OrganizationId organization) {
        blocking.execute(() -> connections.get().checkAgain(organization));
    }

    /** Caught by the periodic check. */
    @Override
    public void forget(SessionId session) {}

    @Override
    public void close(ConnectionId connection) {
        connections.get().close(connection);
    }

    @Override
    public void question(ConnectionId connection) {
        connections.get().question(connection);
    }

    @Override
    public void forgetAll() {}

    @Override
    public void heardAllUntil(long moment) {}
}
