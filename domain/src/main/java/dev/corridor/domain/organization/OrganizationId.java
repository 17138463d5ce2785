package dev.corridor.domain.organization;

import dev.corridor.domain.id.PrefixedUuid;
import java.util.UUID;

/** {@code org_} and 32 hex digits. */
public record OrganizationId(UUID uuid) {

    private static final String PREFIX = "org_";

    public static OrganizationId parse(String text) {
        return new OrganizationId(PrefixedUuid.parse(PREFIX, text));
    }

    /**
     * The tenant boundary. An organization sees what it owns; anything else does not exist for it, so a stranger's thing and an unknown one are
     * refused alike. Every implementation of a port asks this, or says the same in SQL.
     */
    public boolean owns(Owned thing) {
        return equals(thing.organization());
    }

    @Override
    public String toString() {
        return PrefixedUuid.format(PREFIX, uuid);
    }
}
