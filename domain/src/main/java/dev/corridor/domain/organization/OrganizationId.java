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
     * The tenant boundary: an organization sees only what it owns. Objects of other tenants are refused exactly as unknown ones are. Every
     * implementation of a port calls this, or does the same in SQL.
     */
    public boolean owns(Owned thing) {
        return equals(thing.organization());
    }

    @Override
    public String toString() {
        return PrefixedUuid.format(PREFIX, uuid);
    }
}
