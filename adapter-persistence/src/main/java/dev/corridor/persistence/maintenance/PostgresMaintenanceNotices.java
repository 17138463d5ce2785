package dev.corridor.persistence.maintenance;

import dev.corridor.application.maintenance.port.Maintenance;
import dev.corridor.application.maintenance.port.MaintenanceNotices;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.Pipeline;
import dev.corridor.persistence.access.AccessChangeChannel;
import dev.corridor.persistence.audit.AuditRows;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** A single row that always exists. */
public final class PostgresMaintenanceNotices implements MaintenanceNotices {

    private static final String READ = "select retry_after_seconds from maintenance";

    private static final String POST = "update maintenance set retry_after_seconds = :seconds, posted_at = :at";

    private final Jdbi jdbi;

    public PostgresMaintenanceNotices(DataSource dataSource) {
        this.jdbi = Database.on(dataSource);
    }

    @Override
    public Maintenance read() {
        return jdbi.withHandle(handle -> handle.createQuery(READ)
                .map((row, context) -> Optional.ofNullable(row.getObject(1, Long.class)).map(Duration::ofSeconds))
                .one()
                .map(Maintenance::of)
                .orElse(Maintenance.NONE));
    }

    @Override
    public void post(Maintenance notice, AuditRecord record) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate(POST)
                    .bindByType("seconds", notice.retryAfter().map(Duration::toSeconds).orElse(null), Long.class)
                    .bind("at", record.at())
                    .execute();
            var recording = new Pipeline();
            AuditRows.append(List.of(record), recording);
            recording.run(handle);
            AccessChangeChannel.tellOfMaintenance(handle);
        });
    }
}
