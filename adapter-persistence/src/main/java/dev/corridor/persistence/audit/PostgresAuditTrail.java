package dev.corridor.persistence.audit;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.audit.port.AuditTrail;
import dev.corridor.domain.audit.AuditAction;
import dev.corridor.domain.audit.AuditFilter;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.audit.AuditRecordId;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.TenantQuery;
import java.util.Set;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

public final class PostgresAuditTrail implements AuditTrail {

    private final Jdbi jdbi;

    public PostgresAuditTrail(DataSource dataSource) {
        this.jdbi = Database.forRequestsOn(dataSource);
    }

    @Override
    public Page<AuditRecord> page(OrganizationId organization, AuditFilter filter, PageRequest<AuditRecordId> request) {
        var list = new TenantQuery<>(organization, AuditRows.SELECT, new AuditRows());
        filter.action().ifPresent(action -> list.where("action = :action", "action", action.name()));
        filter.from().ifPresent(from -> list.where("recorded_at >= :from", "from", from));
        filter.until().ifPresent(until -> list.where("recorded_at < :until", "until", until));
        return list.page(jdbi, "audit_record_id", request, AuditRecordId::uuid);
    }

    @Override
    public Set<String> actors(OrganizationId organization, String subject, Set<AuditAction> actions) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        select distinct actor from audit_records
                        where organization_id = :organization and subject = :subject and action = any(:actions)
                        """)
                .bind("organization", organization.uuid())
                .bind("subject", subject)
                .bindArray("actions", String.class, actions.stream().map(AuditAction::name).toArray())
                .mapTo(String.class)
                .set());
    }
}
