package dev.corridor.domain.market;

import dev.corridor.domain.money.Rate;
import java.time.Duration;
import java.time.Instant;

/**
 * The price of a symbol in a time slot. Immutable, and kept as long as anything that was priced with it.
 *
 * @param mid the middle of bid and ask, in the direction of the symbol
 * @param source where the price comes from
 * @param quotedAt when it was valid, according to the source; a fixing may be a day older than its slot
 */
public record Tick(TickId id, Rate mid, String source, Instant quotedAt) {

    /** The longest configurable lifetime of a price, so whatever it prices is created within this time after its slot. */
    public static final Duration LONGEST_BELIEVED = Duration.ofDays(7);

    /** The source of a rate that the operator has set. */
    public static final String FIXED = "fixed";

    public Tick {
        if (!mid.base().equals(id.symbol().base()) || !mid.counter().equals(id.symbol().counter())) {
            throw new IllegalArgumentException("the price of " + id.symbol() + " is in its own direction");
        }
        if (source.isEmpty()) {
            throw new IllegalArgumentException("a tick has a source");
        }
    }

    /** A rate that the operator has set, valid at any time. */
    public static Tick fixed(Rate mid) {
        return new Tick(new TickId(new Symbol(mid.base(), mid.counter()), Instant.EPOCH), mid, FIXED, Instant.EPOCH);
    }

    public Symbol symbol() {
        return id.symbol();
    }

    public Tick at(Instant slot) {
        return new Tick(new TickId(symbol(), slot), mid, source, quotedAt);
    }

    /** Whether it may still be used, given the lifetime of a price. */
    public boolean isFresh(Instant now, Duration believedFor) {
        return !now.isAfter(quotedAt.plus(believedFor));
    }
}
