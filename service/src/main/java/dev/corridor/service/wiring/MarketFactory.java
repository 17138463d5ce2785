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
import dev.corridor.application.market.port.Candles;
import dev.corridor.application.market.port.ExchangeRates;
import dev.corridor.application.market.port.RecentTrades;
import dev.corridor.application.market.port.Ticks;
import dev.corridor.domain.quote.QuotePolicy;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** Who carries out the use cases of symbols and their prices. */
@Factory
final class MarketFactory {

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
        return new GetTickersService(rates, candles, policy.spreads(), clock);
    }

    @Singleton
    GetDepth getDepth(ExchangeRates rates, QuotePolicy policy) {
        return new GetDepthService(rates, policy.spreads());
    }

    @Singleton
    ListMarketTrades listMarketTrades(ExchangeRates rates, RecentTrades trades) {
        return new ListMarketTradesService(rates.symbols(), trades);
    }

    @Singleton
    ListCandles listCandles(ExchangeRates rates, Candles candles, InstantSource clock) {
        return new ListCandlesService(rates.symbols(), candles, clock);
    }
}
