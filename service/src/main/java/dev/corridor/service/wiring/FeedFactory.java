package dev.corridor.service.wiring;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.access.UnknownKeys;
import dev.corridor.application.feed.ConnectionService;
import dev.corridor.application.feed.EventFeed;
import dev.corridor.application.feed.FollowMarket;
import dev.corridor.application.feed.FollowMarketService;
import dev.corridor.application.feed.TicketService;
import dev.corridor.application.feed.port.Connections;
import dev.corridor.application.feed.port.Events;
import dev.corridor.application.feed.port.Tickets;
import dev.corridor.application.market.CurrentRates;
import dev.corridor.application.user.port.Tokens;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.http.feed.FeedSettings;
import dev.corridor.http.feed.LiveConnections;
import dev.corridor.http.feed.MarketChannels;
import dev.corridor.persistence.feed.PostgresConnections;
import dev.corridor.persistence.feed.PostgresEvents;
import dev.corridor.persistence.feed.PostgresTickets;
import dev.corridor.service.operation.Upkeep;
import dev.corridor.service.settings.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;

/** The feed of events and of the market: its ports, use cases and upkeep. */
@Factory
final class FeedFactory {

    private static final Duration[] LAGS = {
        Duration.ofMillis(10), Duration.ofMillis(25), Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(250), Duration.ofMillis(500),
        Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(30)
    };

    @Singleton
    Connections connections(DataSource dataSource) {
        return new PostgresConnections(dataSource);
    }

    @Singleton
    Events events(DataSource dataSource, AssetCatalogue assets, Settings settings) {
        return new PostgresEvents(dataSource, assets, settings.books().batchScope());
    }

    @Singleton
    FeedSettings webSockets(Settings settings) {
        return settings.feed().webSockets();
    }

    @Singleton
    @Bean(preDestroy = "close")
    EventFeed eventFeed(Events events, InstantSource clock, MeterRegistry meters) {
        var lag = Timer.builder("corridor.feed.lag")
                .description("Time from an event to its delivery to those who follow it on this node")
                .serviceLevelObjectives(LAGS)
                .register(meters);
        return new EventFeed(events, event -> lag.record(Duration.between(event.happenedAt(), clock.instant()))).start();
    }

    @Singleton
    FollowMarket followMarket(CurrentRates rates) {
        var market = new FollowMarketService(rates);
        rates.listen(market);
        return market;
    }

    @Singleton
    ConnectionService connectionService(Connections connections, Settings settings, TimeOrderedIds ids, InstantSource clock) {
        return new ConnectionService(connections, settings.limits().plans(), ids, clock);
    }

    @Singleton
    Tickets tickets(DataSource dataSource) {
        return new PostgresTickets(dataSource);
    }

    @Singleton
    TicketService ticketService(Tickets tickets, Settings settings, Tokens tokens, UnknownKeys unknownKeys, InstantSource clock) {
        return new TicketService(tickets, () -> ClockAndIds.newTicket(settings), tokens, unknownKeys, clock);
    }

    @Singleton
    Upkeep ticketRemoval(Tickets tickets, InstantSource clock) {
        var remove = Upkeep.inBatchesOf(1_000, limit -> tickets.removeExpired(clock.instant(), limit));
        return Upkeep.every(Duration.ofMinutes(1), "removing expired tickets", remove).notBefore(Duration.ofMinutes(1));
    }

    @Singleton
    Upkeep eventRemoval(Events events, Settings settings, InstantSource clock) {
        return Upkeep.every(Duration.ofMinutes(1), "removing events", () -> events.forget(clock.instant(), settings.feed().retention()))
                .notBefore(Duration.ofMinutes(1));
    }

    /**
     * Keys also expire, and notifications may be missed, so each connection's key is checked several times a second. With cached keys that
     * is cheap.
     */
    @Singleton
    Upkeep connectionCheck(BeanProvider<LiveConnections> connections) {
        return Upkeep.every(Duration.ofMillis(400), "checking connections", () -> connections.get().checkAgain());
    }

    @Singleton
    Upkeep connectionLease(BeanProvider<LiveConnections> connections) {
        return Upkeep.every(Duration.ofSeconds(5), "renewing the leases of connections", () -> connections.get().hold());
    }

    @Singleton
    Upkeep tradePolling(BeanProvider<MarketChannels> market) {
        return Upkeep.every(Duration.ofSeconds(1), "looking for trades", () -> market.get().lookForTrades());
    }
}
