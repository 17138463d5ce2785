package dev.corridor.persistence.organization;

import static dev.corridor.persistence.ColumnTypes.instant;
import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.OrganizationStatus;
import dev.corridor.domain.organization.OrganizationType;
import dev.corridor.domain.organization.VerificationStatus;
import dev.corridor.persistence.BulkInsert;
import dev.corridor.persistence.ColumnTypes;
import dev.corridor.persistence.Pipeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps organizations to their table. */
public final class OrganizationRows implements RowMapper<Organization> {

    public static final String SELECT = """
            select organization_id, name, type, verification, status, crypto_payouts_enabled, created_by, created_at, updated_at,
            """
            + ColumnTypes.SELECT_METADATA
            + "from organizations\n";

    private static final BulkInsert<Organization> RECORDING = BulkInsert.<Organization>into("organizations")
            .uuid("organization_id", organization -> organization.id().uuid())
            .text("name", Organization::name)
            .text("type", organization -> organization.type().name())
            .text("verification", organization -> organization.verification().name())
            .text("status", organization -> organization.status().name())
            .bool("crypto_payouts_enabled", Organization::cryptoPayoutsEnabled)
            .uuid("created_by", organization -> organization.createdBy().map(OrganizationId::uuid).orElse(null))
            .object("metadata", Organization::metadata)
            .timestamp("created_at", Organization::createdAt)
            .timestamp("updated_at", Organization::updatedAt)
            .onConflict(
                    "organization_id",
                    """
                    do update
                    set verification = excluded.verification, status = excluded.status, crypto_payouts_enabled = excluded.crypto_payouts_enabled,
                        updated_at = excluded.updated_at
                    """);

    /** Locks the organization's row until the transaction ends, which serializes changes of it and of its keys. */
    public Optional<Organization> lock(OrganizationId id, Handle handle) {
        return handle.createQuery(SELECT + "where organization_id = :organization\nfor update")
                .bind("organization", id.uuid())
                .map(this)
                .findOne();
    }

    /** Inserts or updates. */
    public static void record(List<Organization> organizations, Pipeline pipeline) {
        RECORDING.record(organizations, pipeline);
    }

    @Override
    public Organization map(ResultSet row, StatementContext context) throws SQLException {
        return new Organization(
                new OrganizationId(uuid(row, "organization_id")),
                row.getString("name"),
                OrganizationType.valueOf(row.getString("type")),
                VerificationStatus.valueOf(row.getString("verification")),
                OrganizationStatus.valueOf(row.getString("status")) == OrganizationStatus.CLOSED,
                row.getBoolean("crypto_payouts_enabled"),
                Optional.ofNullable(row.getObject("created_by", UUID.class)).map(OrganizationId::new),
                ColumnTypes.metadata(row),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }
}
