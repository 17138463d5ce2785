package dev.corridor.application.market.port;

import dev.corridor.domain.market.Symbol;
import dev.corridor.domain.market.Tick;
import dev.corridor.domain.market.TickId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The store of ticks and of the candles built from them. */
public interface Ticks {

    /**
     * Stores ticks, at most one per symbol, and updates their candles. The first tick of a symbol and slot wins; later ones from other
     * nodes are ignored.
     */
    void record(List<Tick> ticks);

    /** The source's latest tick of each symbol with a slot in the range, both ends included. */
    List<Tick> latest(String source, Collection<Symbol> symbols, Instant from, Instant to);

    /** A tick within retention, or one that has priced something. */
    Optional<Tick> find(TickId id);

    /**
     * Deletes the oldest day of ticks if it lies before that moment, and older candles shorter than an hour. Ticks that have priced
     * something are kept. Whether a day was deleted, so there may be more.
     */
    boolean removeOldestDay(Instant before);
}
