package dev.corridor.domain.audit;

import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.Owned;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One change: who made it, what it was, when, and from where. It is never changed itself, and holds no secret.
 *
 * @param actor who made it, as the text of a principal
 * @param subject what was changed, by its id
 * @param details what it was changed to, as far as the action does not say it
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
