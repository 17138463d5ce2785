package dev.corridor.domain.audit;

import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.Owned;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One entry of the audit log: who changed what, when, and from where. Immutable, and free of secrets.
 *
 * @param actor the text of the principal
 * @param subject the id of what was changed
 * @param details the new values that the action does not imply
 */
public record AuditRecord(
        AuditRecordId id,
        OrganizationId organization,
        String actor,
        AuditAction action,
        String subject,
        Map<String, String> details,
        Origin origin,
        Instant at)
        implements Owned {

    public AuditRecord {
        details = Collections.unmodifiableMap(new TreeMap<>(details));
    }
}
