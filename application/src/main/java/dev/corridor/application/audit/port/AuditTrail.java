package dev.corridor.application.audit.port;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.domain.audit.AuditFilter;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.audit.AuditRecordId;
import dev.corridor.domain.organization.OrganizationId;

/** The records of an organization. */
public interface AuditTrail {

    Page<AuditRecord> page(OrganizationId organization, AuditFilter filter, PageRequest<AuditRecordId> request);
}
