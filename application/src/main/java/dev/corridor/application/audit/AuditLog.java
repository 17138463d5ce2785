package dev.corridor.application.audit;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.domain.access.Principal;
import dev.corridor.domain.audit.AuditAction;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.audit.AuditRecordId;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.organization.OrganizationId;
import java.time.Instant;
import java.util.Map;

/** Creates audit records. They are stored in the transaction of the change. */
public final class AuditLog {

    private final TimeOrderedIds ids;

    public AuditLog(TimeOrderedIds ids) {
        this.ids = ids;
    }

    /** @param subject what was changed; its text is the id */
    public AuditRecord draw(
            OrganizationId organization,
            Principal by,
            AuditAction action,
            Object subject,
            Map<String, String> details,
            Origin origin,
            Instant at) {
        return new AuditRecord(
                new AuditRecordId(ids.next()), organization, by.toString(), action, subject.toString(), details, origin, at);
    }
}
