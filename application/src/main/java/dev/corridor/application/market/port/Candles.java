package dev.corridor.application.market.port;

import dev.corridor.domain.market.Candle;
import dev.corridor.domain.market.CandleInterval;
import dev.corridor.domain.market.PriceRange;
import dev.corridor.domain.market.Symbol;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** What prices did, interval by interval. */
public interface Candles {

    /** The latest candles that opened in that time, both ends included, the oldest of them first. An interval without a price has none. */
    List<Candle> find(Symbol symbol, CandleInterval interval, Instant from, Instant to, int limit);

    /** What the candles of that interval that opened since then add up to, for each of the symbols that has any. */
    List<PriceRange> ranges(Collection<Symbol> symbols, CandleInterval interval, Instant since);
}
