package dev.corridor.application.market.port;

import dev.corridor.domain.market.Candle;
import dev.corridor.domain.market.CandleInterval;
import dev.corridor.domain.market.PriceRange;
import dev.corridor.domain.market.Symbol;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** The store of candles. */
public interface Candles {

    /** The latest candles that opened in the period, both ends included, oldest first. Intervals without a price have none. */
    List<Candle> find(Symbol symbol, CandleInterval interval, Instant from, Instant to, int limit);

    /** Merges each symbol's candles opened since then into one range; symbols without candles are left out. */
    List<PriceRange> ranges(Collection<Symbol> symbols, CandleInterval interval, Instant since);
}
