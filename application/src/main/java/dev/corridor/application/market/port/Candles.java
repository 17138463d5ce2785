package dev.corridor.application.market.port;

import dev.corridor.domain.market.Candle;
import dev.corridor.domain.market.CandleInterval;
import dev.corridor.domain.market.Symbol;
import java.time.Instant;
import java.util.List;

/** What prices did, interval by interval. */
public interface Candles {

    /** The latest candles that opened in that time, both ends included, the oldest of them first. An interval without a price has none. */
    List<Candle> find(Symbol symbol, CandleInterval interval, Instant from, Instant to, int limit);
}
