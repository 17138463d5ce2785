package dev.corridor.domain.funding;

import dev.corridor.domain.id.PrefixedUuid;
import java.util.UUID;

/** {@code fm_} and 32 hex digits. */
public record FundingMethodId(UUID uuid) {

    private static final String PREFIX = "fm_";

    public static FundingMethodId parse(String text) {
        return new FundingMethodId(PrefixedUuid.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PrefixedUuid.format(PREFIX, uuid);
    }
}
