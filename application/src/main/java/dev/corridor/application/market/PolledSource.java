package dev.corridor.application.market;

import dev.corridor.application.market.port.RateSource;
import dev.corridor.domain.market.PriceRules;
import dev.corridor.domain.market.Symbol;
import dev.corridor.domain.market.Tick;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Which symbols a source is asked for, and how.
 *
 * @param every how often; so long is a slot of its ticks
 * @param believedFor how old a price may become
 * @param rules what a price must be like to be believed
 */
public record PolledSource(RateSource source, List<Symbol> symbols, Duration every, Duration believedFor, PriceRules rules) {

    public PolledSource {
        symbols = List.copyOf(symbols);
        if (every.toMillis() < 1 || believedFor.compareTo(every) < 0 || believedFor.compareTo(Tick.LONGEST_BELIEVED) > 0) {
            throw new IllegalArgumentException("a price is believed until the next one can be there, and for " + Tick.LONGEST_BELIEVED + " at most");
        }
    }

    /** The slot that the moment lies in, the same on all nodes. */
    public Instant slotOf(Instant moment) {
        return Instant.ofEpochMilli(moment.toEpochMilli() - Math.floorMod(moment.toEpochMilli(), every.toMillis()));
    }
}
