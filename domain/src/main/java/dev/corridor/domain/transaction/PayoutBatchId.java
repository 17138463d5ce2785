package dev.corridor.domain.transaction;

import dev.corridor.domain.id.PrefixedUuid;
import java.util.UUID;

/** {@code batch_} and 32 hex digits. */
public record PayoutBatchId(UUID uuid) {

    private static final String PREFIX = "batch_";

    public static PayoutBatchId parse(String text) {
        return new PayoutBatchId(PrefixedUuid.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PrefixedUuid.format(PREFIX, uuid);
    }
}
