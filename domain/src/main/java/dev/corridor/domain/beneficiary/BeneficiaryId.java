package dev.corridor.domain.beneficiary;

import dev.corridor.domain.id.PrefixedUuid;
import java.util.UUID;

/** {@code bene_} and 32 hex digits. */
public record BeneficiaryId(UUID uuid) {

    private static final String PREFIX = "bene_";

    public static BeneficiaryId parse(String text) {
        return new BeneficiaryId(PrefixedUuid.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PrefixedUuid.format(PREFIX, uuid);
    }
}
