package dev.corridor.application.access;

import dev.corridor.domain.access.KeyTerms;
import dev.corridor.domain.audit.AuditAction;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** The audit actions on keys. */
final class KeyActions {

    static final AuditAction CREATED = new AuditAction("api_key.created");
    static final AuditAction CHANGED = new AuditAction("api_key.changed");
    static final AuditAction ENABLED = new AuditAction("api_key.enabled");
    static final AuditAction LOCKED = new AuditAction("api_key.locked");
    static final AuditAction UNLOCKED = new AuditAction("api_key.unlocked");
    static final AuditAction ROTATED = new AuditAction("api_key.rotated");
    static final AuditAction DELETED = new AuditAction("api_key.deleted");

    private KeyActions() {}

    /** The terms as audit details. */
    static Map<String, String> details(KeyTerms terms) {
        return Map.of(
                "name", terms.name(),
                "permissions", joined(terms.permissions()),
                "tier", terms.tier().name(),
                "allowedAddresses", joined(terms.allowedAddresses()),
                "signature", terms.signature().map(Enum::name).orElse(""),
                "dialect", terms.dialect().orElse(""),
                "expiresAt", terms.expiresAt().map(Object::toString).orElse(""));
    }

    private static String joined(Collection<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(" "));
    }
}
