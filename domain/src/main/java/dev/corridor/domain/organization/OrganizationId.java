package dev.corridor.domain.organization;

import dev.corridor.domain.id.PrefixedUuid;
import java.util.UUID;

/** {@code org_} and 32 hex digits. */
public record OrganizationId(UUID uuid) {

    private static final String PREFIX = "org_";

    public static OrganizationId parse(String text) {
        return new OrganizationId(PrefixedUuid.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PrefixedUuid.format(PREFIX, uuid);
    }
}
