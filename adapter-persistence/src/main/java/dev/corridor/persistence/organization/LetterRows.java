package dev.corridor.persistence.organization;

import static dev.corridor.persistence.ColumnTypes.instant;
import static dev.corridor.persistence.ColumnTypes.optionalInstant;
import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.domain.organization.LetterId;
import dev.corridor.domain.organization.LetterOfAuthorization;
import dev.corridor.domain.organization.LetterStatus;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.persistence.BulkInsert;
import dev.corridor.persistence.Pipeline;
import dev.corridor.persistence.TenantQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps letters of authorization to their table. */
public final class LetterRows implements RowMapper<LetterOfAuthorization> {

    static final String SELECT = """
            select letter_id, organization_id, authorized_organization_id, status, signed_at, revoked_at, revoked_reason, created_at, updated_at
            from letters_of_authorization
            """;

    static final String IS_NOT_REVOKED = "status <> 'REVOKED'";

    private static final BulkInsert<LetterOfAuthorization> RECORDING = BulkInsert.<LetterOfAuthorization>into("letters_of_authorization")
            .uuid("letter_id", letter -> letter.id().uuid())
            .uuid("organization_id", letter -> letter.organization().uuid())
            .uuid("authorized_organization_id", letter -> letter.authorized().uuid())
            .text("status", letter -> letter.status().name())
            .timestamp("signed_at", letter -> letter.signedAt().orElse(null))
            .timestamp("revoked_at", letter -> letter.revokedAt().orElse(null))
            .text("revoked_reason", LetterOfAuthorization::revokedReason)
            .timestamp("created_at", LetterOfAuthorization::createdAt)
            .timestamp("updated_at", LetterOfAuthorization::updatedAt)
            .onConflict(
                    "letter_id, organization_id",
                    """
                    do update
                    set status = excluded.status, signed_at = excluded.signed_at, revoked_at = excluded.revoked_at,
                        revoked_reason = excluded.revoked_reason, updated_at = excluded.updated_at
                    """);

    /** Inserts or updates. */
    public static void record(List<LetterOfAuthorization> letters, Pipeline pipeline) {
        RECORDING.record(letters, pipeline);
    }

    /** Those that the organization has granted and not revoked. */
    public List<LetterOfAuthorization> ofOrganization(OrganizationId organization, Handle handle) {
        return new TenantQuery<>(organization, SELECT, this).where(IS_NOT_REVOKED).list(handle);
    }

    @Override
    public LetterOfAuthorization map(ResultSet row, StatementContext context) throws SQLException {
        return new LetterOfAuthorization(
                new LetterId(uuid(row, "letter_id")),
                new OrganizationId(uuid(row, "organization_id")),
                new OrganizationId(uuid(row, "authorized_organization_id")),
                LetterStatus.valueOf(row.getString("status")),
                optionalInstant(row, "signed_at"),
                optionalInstant(row, "revoked_at"),
                row.getString("revoked_reason"),
                instant(row, "created_at"),
                instant(row, "updated_at"));
    }
}
