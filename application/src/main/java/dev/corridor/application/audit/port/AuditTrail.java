package dev.corridor.application.audit.port;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.domain.audit.AuditFilter;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.audit.AuditRecordId;
import dev.corridor.domain.organization.OrganizationId;

/** Reads audit records. */
public interface AuditTrail {

    Page<AuditRecord> page(OrganizationId organization, AuditFilter filter, PageRequest<AuditRecordId> request);
}
