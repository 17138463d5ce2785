package dev.corridor.persistence.audit;

import static dev.corridor.persistence.ColumnTypes.instant;
import static dev.corridor.persistence.ColumnTypes.metadata;
import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.domain.audit.AuditAction;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.audit.AuditRecordId;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.BulkInsert;
import dev.corridor.persistence.Statement;
import dev.corridor.persistence.Statements;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps audit records to their table. */
public final class AuditRows implements RowMapper<AuditRecord> {

    static final String SELECT = """
            select audit_record_id, organization_id, actor, action, subject, request_id, address, recorded_at,
                array(select key from jsonb_each_text(details)) as metadata_keys,
                array(select value from jsonb_each_text(details)) as metadata_values
            from audit_records
            """;

    private static final BulkInsert<AuditRecord> RECORDING = BulkInsert.<AuditRecord>into("audit_records")
            .uuid("audit_record_id", record -> record.id().uuid())
            .uuid("organization_id", record -> record.organization().uuid())
            .text("actor", AuditRecord::actor)
            .text("action", record -> record.action().name())
            .text("subject", AuditRecord::subject)
            .object("details", AuditRecord::details)
            .text("request_id", record -> record.origin().requestId())
            .text("address", record -> record.origin().address())
            .timestamp("recorded_at", AuditRecord::at)
            .build();

    public static final Statement RECORD = RECORDING.statement();

    public static void append(List<AuditRecord> records, Statements statements) {
        RECORDING.record(records, statements);
    }

    @Override
    public AuditRecord map(ResultSet row, StatementContext context) throws SQLException {
        return new AuditRecord(
                new AuditRecordId(uuid(row, "audit_record_id")),
                new OrganizationId(uuid(row, "organization_id")),
                row.getString("actor"),
                new AuditAction(row.getString("action")),
                row.getString("subject"),
                metadata(row),
                new Origin(row.getString("request_id"), row.getString("address")),
                instant(row, "recorded_at"));
    }
}
