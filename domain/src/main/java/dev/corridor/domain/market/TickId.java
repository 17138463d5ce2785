package dev.corridor.domain.market;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Names a tick: a symbol has one in each slot of time, on all nodes the same. The slot is its first moment, in whole milliseconds. */
public record TickId(Symbol symbol, Instant slot) {

    public TickId {
        if (!slot.equals(slot.truncatedTo(ChronoUnit.MILLIS))) {
            throw new IllegalArgumentException("a slot begins at a whole millisecond");
        }
    }
}
