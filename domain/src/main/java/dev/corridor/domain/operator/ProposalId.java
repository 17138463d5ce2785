package dev.corridor.domain.operator;

import dev.corridor.domain.id.PrefixedUuid;
import java.util.UUID;

/** {@code prop_} and 32 hex digits. */
public record ProposalId(UUID uuid) {

    private static final String PREFIX = "prop_";

    public static ProposalId parse(String text) {
        return new ProposalId(PrefixedUuid.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PrefixedUuid.format(PREFIX, uuid);
    }
}
