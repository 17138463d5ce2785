package dev.corridor.application.audit;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.audit.AuditFilter;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.audit.AuditRecordId;

/** Lists the audit records of the caller's organization, newest first. */
public interface ListAuditRecords {

    @Refuses({})
    Page<AuditRecord> list(Command command);

    record Command(Caller caller, AuditFilter filter, PageRequest<AuditRecordId> page) {}
}
