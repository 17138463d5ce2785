package dev.corridor.application.audit;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.audit.AuditFilter;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.audit.AuditRecordId;

/** Lists what was done to the caller's organization and its keys, newest first. */
public interface ListAuditRecords {

    @Refuses({})
    Page<AuditRecord> list(Command command);

    record Command(Caller caller, AuditFilter filter, PageRequest<AuditRecordId> page) {}
}
