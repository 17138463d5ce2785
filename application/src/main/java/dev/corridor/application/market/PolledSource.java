package dev.corridor.application.market;

import dev.corridor.application.market.port.RateSource;
import dev.corridor.domain.market.PriceRules;
import dev.corridor.domain.market.Symbol;
import dev.corridor.domain.market.Tick;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * How a source is polled.
 *
 * @param every the polling interval and the length of a slot
 * @param believedFor the age at which a price becomes stale
 * @param rules the plausibility checks
 */
public record PolledSource(RateSource source, List<Symbol> symbols, Duration every, Duration believedFor, PriceRules rules) {

    public PolledSource {
        symbols = List.copyOf(symbols);
        if (every.toMillis() < 1 || believedFor.compareTo(every) < 0 || believedFor.compareTo(Tick.LONGEST_BELIEVED) > 0) {
            throw new IllegalArgumentException("a price is believed until the next one can be there, and for " + Tick.LONGEST_BELIEVED + " at most");
        }
    }

    /** The slot of a moment, the same on all nodes. */
    public Instant slotOf(Instant moment) {
        return Instant.ofEpochMilli(moment.toEpochMilli() - Math.floorMod(moment.toEpochMilli(), every.toMillis()));
    }
}
