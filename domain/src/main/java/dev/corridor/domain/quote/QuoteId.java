package dev.corridor.domain.quote;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.id.PrefixedUuid;
import java.util.UUID;

/** {@code quote_} and 32 hex digits, of which two tell roughly which account the quote is of. */
public record QuoteId(UUID uuid) {

    private static final String PREFIX = "quote_";

    /**
     * Where the account's route stands. Not among the last bits, because there a generator may count what it makes within a millisecond.
     */
    private static final int ROUTE_SHIFT = 48;

    private static final long ROUTE_BITS = 0xffL << ROUTE_SHIFT;

    /**
     * An identifier for a quote of the account.
     *
     * @param timeOrdered a UUID of version 7, of whose random bits eight make room for the account's route
     */
    public static QuoteId of(UUID timeOrdered, AccountId account) {
        long routed = timeOrdered.getLeastSignificantBits() & ~ROUTE_BITS | (long) account.route() << ROUTE_SHIFT;
        return new QuoteId(new UUID(timeOrdered.getMostSignificantBits(), routed));
    }

    public static QuoteId parse(String text) {
        return new QuoteId(PrefixedUuid.parse(PREFIX, text));
    }

    /** The route of the quote's account. Any number, if the identifier was made elsewhere. */
    public int route() {
        return (int) (uuid.getLeastSignificantBits() >>> ROUTE_SHIFT) & 0xff;
    }

    @Override
    public String toString() {
        return PrefixedUuid.format(PREFIX, uuid);
    }
}
