package dev.corridor.domain.account;

import dev.corridor.domain.id.PrefixedUuid;
import java.util.UUID;

/** {@code acct_} and 32 hex digits. */
public record AccountId(UUID uuid) {

    private static final String PREFIX = "acct_";

    public static AccountId parse(String text) {
        return new AccountId(PrefixedUuid.parse(PREFIX, text));
    }

    /**
     * A shard number from 0 to 8,191. Identifiers of the account's other objects can carry it ({@link dev.corridor.domain.quote.QuoteId#of}),
     * so that all requests of an account take the same lane.
     */
    public int route() {
        return (int) uuid.getLeastSignificantBits() & 0x1fff;
    }

    @Override
    public String toString() {
        return PrefixedUuid.format(PREFIX, uuid);
    }
}
