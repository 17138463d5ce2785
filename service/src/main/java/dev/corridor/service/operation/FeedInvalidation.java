package dev.corridor.service.operation;

import dev.corridor.domain.feed.ConnectionId;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.user.TokenId;
import dev.corridor.http.feed.LiveConnections;
import dev.corridor.persistence.access.InvalidatedCache;
import io.micronaut.context.BeanProvider;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;

/**
 * Ends the connections whose key or session does not let them in any more, as soon as another node says so. The upkeep of the feed finds what is
 * missed here.
 */
@Singleton
@Named("feed")
final class FeedInvalidation implements InvalidatedCache {

    /** Made late: who listens is there before the connections are. */
    private final BeanProvider<LiveConnections> connections;

    private final ExecutorService blocking;

    FeedInvalidation(BeanProvider<LiveConnections> connections, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.connections = connections;
        this.blocking = blocking;
    }

    /** The others who listen have forgotten the key by then, or will have before it is asked for. */
    @Override
    public void forget(OrganizationId organization) {
        blocking.execute(() -> connections.get().checkAgain(organization));
    }

    /** Found out by the next look. */
    @Override
    public void forget(TokenId token) {}

    @Override
    public void close(ConnectionId connection) {
        connections.get().close(connection);
    }

    @Override
    public void forgetAll() {}

    @Override
    public void heardAllUntil(long moment) {}
}
