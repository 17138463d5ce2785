package dev.corridor.domain.market;

import dev.corridor.domain.money.Rate;
import java.time.Duration;
import java.time.Instant;

/**
 * The price of a symbol in a slot of time. It never changes, and is kept as long as something that it priced.
 *
 * @param mid the middle of what buyers and sellers are told, in the direction of the symbol
 * @param source who said so
 * @param quotedAt when it was true, by the source's own account; a fixing may be a day older than its slot
 */
public record Tick(TickId id, Rate mid, String source, Instant quotedAt) {

    /** No price is believed for longer, so what it prices comes within this time after its slot. */
    public static final Duration LONGEST_BELIEVED = Duration.ofDays(7);

    /** The source of a rate that somebody has set. */
    public static final String FIXED = "fixed";

    public Tick {
        if (!mid.base().equals(id.symbol().base()) || !mid.counter().equals(id.symbol().counter())) {
            throw new IllegalArgumentException("the price of " + id.symbol() + " is in its own direction");
        }
        if (source.isEmpty()) {
            throw new IllegalArgumentException("a tick has a source");
        }
    }

    /** A rate that somebody has set, which is true always. */
    public static Tick fixed(Rate mid) {
        return new Tick(new TickId(new Symbol(mid.base(), mid.counter()), Instant.EPOCH), mid, FIXED, Instant.EPOCH);
    }

    public Symbol symbol() {
        return id.symbol();
    }

    /** The same in another slot. */
    public Tick at(Instant slot) {
        return new Tick(new TickId(symbol(), slot), mid, source, quotedAt);
    }

    /** Whether it may still price something, if a price is believed for so long. */
    public boolean isFresh(Instant now, Duration believedFor) {
        return !now.isAfter(quotedAt.plus(believedFor));
    }
}
