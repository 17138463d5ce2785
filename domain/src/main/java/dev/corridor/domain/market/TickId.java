package dev.corridor.domain.market;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A symbol and a slot: a symbol has one tick per slot, the same on all nodes. A slot is named by its first moment, in whole milliseconds. */
public record TickId(Symbol symbol, Instant slot) {

    public TickId {
        if (!slot.equals(slot.truncatedTo(ChronoUnit.MILLIS))) {
            throw new IllegalArgumentException("a slot begins at a whole millisecond");
        }
    }
}
