package dev.corridor.service.operation;

import dev.corridor.domain.feed.ConnectionId;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.user.TokenId;
import dev.corridor.http.feed.LiveConnections;
import dev.corridor.http.feed.MarketChannels;
import dev.corridor.persistence.access.InvalidatedCache;
import io.micronaut.context.BeanProvider;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.Scheduled;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.concurrent.ExecutorService;

/**
 * Keeps the feed going, and sees to it that nobody stays connected who would not be let in any more. What changes is heard of at once; and because keys
 * also expire, and news may be missed, everybody is looked at several times a second, which costs little as long as the node remembers their keys.
 */
@Singleton
@Named("feed")
final class FeedUpkeep implements InvalidatedCache {

    /** Made late: who listens is there before the connections are. */
    private final BeanProvider<LiveConnections> connections;

    private final BeanProvider<MarketChannels> market;
    private final ExecutorService blocking;

    FeedUpkeep(
            BeanProvider<LiveConnections> connections,
            BeanProvider<MarketChannels> market,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.connections = connections;
        this.market = market;
        this.blocking = blocking;
    }

    @Scheduled(fixedDelay = "400ms", scheduler = TaskExecutors.SCHEDULED)
    void checkAgain() {
        connections.get().checkAgain();
    }

    @Scheduled(fixedDelay = "5s", scheduler = TaskExecutors.SCHEDULED)
    void hold() {
        connections.get().hold();
    }

    @Scheduled(fixedDelay = "1s", scheduler = TaskExecutors.SCHEDULED)
    void lookForTrades() {
        market.get().lookForTrades();
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
