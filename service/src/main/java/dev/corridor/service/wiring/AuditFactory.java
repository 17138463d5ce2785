package dev.corridor.service.wiring;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.audit.ListAuditRecords;
import dev.corridor.application.audit.ListAuditRecordsService;
import dev.corridor.application.audit.port.AuditTrail;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** Who writes down what was changed, and shows it. */
@Factory
final class AuditFactory {

    @Singleton
    AuditLog auditLog(TimeOrderedIds ids) {
        return new AuditLog(ids);
    }

    @Singleton
    ListAuditRecords listAuditRecords(AuditTrail trail) {
        return new ListAuditRecordsService(trail);
    }
}
