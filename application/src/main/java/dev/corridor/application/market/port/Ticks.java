package dev.corridor.application.market.port;

import dev.corridor.domain.market.Symbol;
import dev.corridor.domain.market.Tick;
import dev.corridor.domain.market.TickId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The ticks there were. The first tick of a symbol in a slot stays; nodes that come later with another one read the first. */
public interface Ticks {

    /** Keeps these ticks of one slot, at most one of each symbol, and makes them part of their candles. Those that are not the first are dropped. */
    void record(List<Tick> ticks);

    /** The latest tick of each of the symbols, if there is one in that slot or later. */
    List<Tick> latest(Collection<Symbol> symbols, Instant since);

    /** A tick that is recent, or that priced something. */
    Optional<Tick> find(TickId id);

    /** Removes the oldest ticks from before that moment, about a day's, but keeps those that priced something. Whether there may be more of them. */
    boolean removeOldest(Instant before);
}
