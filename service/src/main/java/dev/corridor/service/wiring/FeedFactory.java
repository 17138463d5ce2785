package dev.corridor.service.wiring;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.feed.ConnectionService;
import dev.corridor.application.feed.EventFeed;
import dev.corridor.application.feed.FollowMarket;
import dev.corridor.application.feed.FollowMarketService;
import dev.corridor.application.feed.port.Connections;
import dev.corridor.application.feed.port.Events;
import dev.corridor.application.market.CurrentRates;
import dev.corridor.service.settings.Settings;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Who tells clients of events and of the market, and knows their connections. */
@Factory
final class FeedFactory {

    @Singleton
    @Bean(preDestroy = "close")
    EventFeed eventFeed(Events events) {
        return new EventFeed(events).start();
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
}
