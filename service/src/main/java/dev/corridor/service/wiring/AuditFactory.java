package dev.corridor.service.wiring;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.audit.ListAuditRecords;
import dev.corridor.application.audit.ListAuditRecordsService;
import dev.corridor.application.audit.port.AuditTrail;
import dev.corridor.persistence.audit.PostgresAuditTrail;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** The audit trail: its port and its use cases. */
@Factory
final class AuditFactory {

    @Singleton
    AuditTrail auditTrail(DataSource dataSource) {
        return new PostgresAuditTrail(dataSource);
    }

    @Singleton
    AuditLog auditLog(TimeOrderedIds ids) {
        return new AuditLog(ids);
    }

    @Singleton
    ListAuditRecords listAuditRecords(AuditTrail trail) {
        return new ListAuditRecordsService(trail);
    }
}
