package dev.corridor.application.audit;

import dev.corridor.application.Page;
import dev.corridor.application.audit.port.AuditTrail;
import dev.corridor.domain.audit.AuditRecord;

public final class ListAuditRecordsService implements ListAuditRecords {

    private final AuditTrail trail;

    public ListAuditRecordsService(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public Page<AuditRecord> list(Command command) {
        return trail.page(command.caller().organization(), command.filter(), command.page());
    }
}
