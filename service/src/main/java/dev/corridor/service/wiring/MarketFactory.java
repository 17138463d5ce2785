package dev.corridor.service.wiring;

import dev.corridor.application.market.CurrentRates;
import dev.corridor.application.market.FollowSource;
import dev.corridor.application.market.FollowSourceService;
import dev.corridor.application.market.GetDepth;
import dev.corridor.application.market.GetDepthService;
import dev.corridor.application.market.GetTickers;
import dev.corridor.application.market.GetTickersService;
import dev.corridor.application.market.ListCandles;
import dev.corridor.application.market.ListCandlesService;
import dev.corridor.application.market.ListMarketTrades;
import dev.corridor.application.market.ListMarketTradesService;
import dev.corridor.application.market.ListSymbols;
import dev.corridor.application.market.ListSymbolsService;
import dev.corridor.application.market.PolledSources;
import dev.corridor.application.market.port.Candles;
import dev.corridor.application.market.port.ExchangeRates;
import dev.corridor.application.market.port.RecentTrades;
import dev.corridor.application.market.port.Ticks;
import dev.corridor.domain.market.Symbols;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.quote.QuotePolicy;
import dev.corridor.persistence.market.PostgresCandles;
import dev.corridor.persistence.market.PostgresRecentTrades;
import dev.corridor.persistence.market.PostgresTicks;
import dev.corridor.service.operation.Upkeep;
import dev.corridor.service.settings.Settings;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import javax.sql.DataSource;

/** Symbols and their prices: their ports, use cases and upkeep. */
@Factory
final class MarketFactory {

    @Singleton
    Ticks ticks(DataSource dataSource) {
        return new PostgresTicks(dataSource);
    }

    @Singleton
    Candles candles(DataSource dataSource) {
        return new PostgresCandles(dataSource);
    }

    @Singleton
    RecentTrades recentTrades(DataSource dataSource, AssetCatalogue assets) {
        return new PostgresRecentTrades(dataSource, assets);
    }

    @Singleton
    PolledSources rateFeeds(Settings settings) {
        return RateSources.feeds(settings.rates());
    }

    /** Also implements the port of exchange rates. */
    @Singleton
    CurrentRates currentRates(PolledSources feeds, InstantSource clock) {
        return new CurrentRates(Symbols.STANDARD, feeds.all(), clock);
    }

    @Singleton
    FollowSource followSource(Ticks ticks, CurrentRates rates, InstantSource clock) {
        return new FollowSourceService(ticks, rates, clock);
    }

    @Singleton
    ListSymbols listSymbols(CurrentRates rates) {
        return new ListSymbolsService(rates);
    }

    @Singleton
    GetTickers getTickers(ExchangeRates rates, Candles candles, QuotePolicy policy, InstantSource clock) {
        return new GetTickersService(rates, candles, policy, clock);
    }

    @Singleton
    GetDepth getDepth(ExchangeRates rates, QuotePolicy policy) {
        return new GetDepthService(rates, policy);
    }

    @Singleton
    ListMarketTrades listMarketTrades(ExchangeRates rates, RecentTrades trades) {
        return new ListMarketTradesService(rates.symbols(), trades);
    }

    @Singleton
    ListCandles listCandles(ExchangeRates rates, Candles candles, InstantSource clock) {
        return new ListCandlesService(rates.symbols(), candles, clock);
    }

    /** One day per step. */
    @Singleton
    Upkeep tickRemoval(Ticks ticks, Settings settings, InstantSource clock) {
        var remove = Upkeep.inBatchesOf(1, limit -> ticks.removeOldestDay(clock.instant().minus(settings.rates().keptFor())) ? limit : 0);
        return Upkeep.every(Duration.ofHours(1), "removing ticks", remove).notBefore(Duration.ofMinutes(2));
    }
}
