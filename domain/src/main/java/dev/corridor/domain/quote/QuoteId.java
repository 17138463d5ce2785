package dev.corridor.domain.quote;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.id.PrefixedUuid;
import java.util.UUID;

/** {@code quote_} and 32 hex digits, of which 13 bits carry the shard of the quote's account. */
public record QuoteId(UUID uuid) {

    private static final String PREFIX = "quote_";

    /** Position of the account's shard. Not the lowest bits, since a generator may use them as a counter within a millisecond. */
    private static final int ROUTE_SHIFT = 48;

    private static final long ROUTE_BITS = 0x1fffL << ROUTE_SHIFT;

    /**
     * An identifier for a quote of the account.
     *
     * @param timeOrdered a UUID of version 7; 13 of its random bits are replaced by the account's shard
     */
    public static QuoteId of(UUID timeOrdered, AccountId account) {
        long routed = timeOrdered.getLeastSignificantBits() & ~ROUTE_BITS | (long) account.route() << ROUTE_SHIFT;
        return new QuoteId(new UUID(timeOrdered.getMostSignificantBits(), routed));
    }

    public static QuoteId parse(String text) {
        return new QuoteId(PrefixedUuid.parse(PREFIX, text));
    }

    /** The shard of the quote's account. Arbitrary if the identifier was made elsewhere. */
    public int route() {
        return (int) (uuid.getLeastSignificantBits() >>> ROUTE_SHIFT) & 0x1fff;
    }

    @Override
    public String toString() {
        return PrefixedUuid.format(PREFIX, uuid);
    }
}
