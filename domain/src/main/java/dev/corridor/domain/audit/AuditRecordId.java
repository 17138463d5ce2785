package dev.corridor.domain.audit;

import dev.corridor.domain.id.PrefixedUuid;
import java.util.UUID;

/** {@code audit_} and 32 hex digits. */
public record AuditRecordId(UUID uuid) {

    private static final String PREFIX = "audit_";

    public static AuditRecordId parse(String text) {
        return new AuditRecordId(PrefixedUuid.parse(PREFIX, text));
    }

    @Override
    public String toString() {
        return PrefixedUuid.format(PREFIX, uuid);
    }
}
