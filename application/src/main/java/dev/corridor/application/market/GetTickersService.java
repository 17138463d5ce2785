package dev.corridor.application.market;

import dev.corridor.application.market.port.Candles;
import dev.corridor.application.market.port.ExchangeRates;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.LimitExceeded;
import dev.corridor.domain.error.MissingParameter;
import dev.corridor.domain.market.CandleInterval;
import dev.corridor.domain.market.PriceRange;
import dev.corridor.domain.market.Symbol;
import dev.corridor.domain.market.Tick;
import dev.corridor.domain.quote.DepthLadder;
import dev.corridor.domain.quote.QuotePolicy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

public final class GetTickersService implements GetTickers {

    private static final Duration DAY = Duration.ofDays(1);

    private final ExchangeRates rates;
    private final Candles candles;
    private final QuotePolicy policy;
    private final InstantSource clock;

    public GetTickersService(ExchangeRates rates, Candles candles, QuotePolicy policy, InstantSource clock) {
        this.rates = rates;
        this.candles = candles;
        this.policy = policy;
        this.clock = clock;
    }

    @Override
    public List<Ticker> get(Command command) {
        if (command.symbols().isEmpty()) {
            throw new BusinessException(new MissingParameter("symbol"));
        }
        if (command.symbols().size() > MAX_SYMBOLS) {
            throw new BusinessException(new LimitExceeded("symbols", MAX_SYMBOLS));
        }
        var symbols = command.symbols().stream().map(rates.symbols()::require).distinct().toList();
        var ticks = symbols.stream().map(rates::latest).toList();
        var ranges = candles.ranges(symbols, CandleInterval.FIFTEEN_MINUTES, clock.instant().minus(DAY)).stream()
                .collect(Collectors.toMap(PriceRange::symbol, Function.identity()));
        return ticks.stream().map(tick -> ticker(tick, ranges)).toList();
    }

    private Ticker ticker(Tick tick, Map<Symbol, PriceRange> ranges) {
        var ladder = DepthLadder.of(tick, policy.pricing(tick.symbol()).spreads());
        return new Ticker(tick, ladder.bids().getFirst(), ladder.asks().getFirst(), Optional.ofNullable(ranges.get(tick.symbol())));
    }
}
