package dev.corridor.application.audit.port;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.domain.audit.AuditAction;
import dev.corridor.domain.audit.AuditFilter;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.audit.AuditRecordId;
import dev.corridor.domain.organization.OrganizationId;
import java.util.Set;

/** Reads audit records. */
public interface AuditTrail {

    Page<AuditRecord> page(OrganizationId organization, AuditFilter filter, PageRequest<AuditRecordId> request);

    /** Who has done one of these actions to the subject, as the texts of principals. */
    Set<String> actors(OrganizationId organization, String subject, Set<AuditAction> actions);
}
