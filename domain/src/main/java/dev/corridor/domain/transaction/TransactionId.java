package dev.corridor.domain.transaction;

import dev.corridor.domain.id.PrefixedUuid;
import java.util.UUID;

/** {@code txn_} and 32 hex digits. */
public record TransactionId(UUID uuid) {

    private static final String PREFIX = "txn_";

    public static TransactionId parse(String text) {
        return new TransactionId(PrefixedUuid.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PrefixedUuid.format(PREFIX, uuid);
    }
}
