package dev.corridor.application.market.port;

import dev.corridor.domain.market.Symbol;
import dev.corridor.domain.market.Tick;
import dev.corridor.domain.market.TickId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The ticks there were, and the candles that they make. */
public interface Ticks {

    /**
     * Keeps these ticks, at most one of each symbol, and makes them part of their candles. The first tick of a symbol in a slot stays: one that
     * comes later, from another node, changes nothing.
     */
    void record(List<Tick> ticks);

    /** The latest tick that the source has told of each of the symbols, where there is one in those slots, both ends included. */
    List<Tick> latest(String source, Collection<Symbol> symbols, Instant from, Instant to);

    /** A tick that is not too old, or that has priced something. */
    Optional<Tick> find(TickId id);

    /**
     * Removes the oldest day of ticks, if all of it lies before that moment, but keeps those that have priced something; and the candles from
     * before that moment that are shorter than an hour. Whether a day was removed, so that there may be another.
     */
    boolean removeOldestDay(Instant before);
}
