package dev.corridor.application.market;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.market.Candle;
import dev.corridor.domain.market.CandleInterval;
import dev.corridor.domain.market.MarketError.InvalidTimeRange;
import dev.corridor.domain.market.MarketError.SymbolNotFound;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The latest candles that opened in a period, oldest first. */
public interface ListCandles {

    /** The longest period, in intervals. */
    int MAX_INTERVALS = 1_000;

    @Refuses({SymbolNotFound.class, InvalidTimeRange.class})
    List<Candle> list(Command command);

    /**
     * The period and number of candles.
     *
     * @param symbol its name
     * @param from empty for as far before the end as the limit reaches
     * @param to empty for now
     */
    record Command(Caller caller, String symbol, CandleInterval interval, Optional<Instant> from, Optional<Instant> to, int limit) {}
}
