package dev.corridor.persistence.user;

import static dev.corridor.persistence.ColumnTypes.instant;
import static dev.corridor.persistence.ColumnTypes.optionalInstant;
import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.domain.access.UserId;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.user.Session;
import dev.corridor.domain.user.SessionId;
import dev.corridor.domain.user.TokenId;
import dev.corridor.persistence.BulkInsert;
import dev.corridor.persistence.Pipeline;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.statement.StatementContext;

/** Maps sessions to their table. */
final class SessionRows implements RowMapper<Session> {

    static final String COLUMNS = """
            sessions.session_id, sessions.organization_id, sessions.user_id, sessions.refresh_token_id, sessions.address, sessions.started_at,
            sessions.refreshed_at, sessions.expires_at, sessions.ended_at
            """;

    static final String SELECT = "select " + COLUMNS + "from sessions\n";

    private static final BulkInsert<Session> RECORDING = BulkInsert.<Session>into("sessions")
            .uuid("session_id", session -> session.id().uuid())
            .uuid("organization_id", session -> session.organization().uuid())
            .uuid("user_id", session -> session.user().uuid())
            .uuid("refresh_token_id", session -> session.refreshToken().uuid())
            .text("address", Session::address)
            .timestamp("started_at", Session::startedAt)
            .timestamp("refreshed_at", Session::refreshedAt)
            .timestamp("expires_at", Session::expiresAt)
            .timestamp("ended_at", session -> session.endedAt().orElse(null))
            .onConflict(
                    "session_id, organization_id",
                    "do update set refresh_token_id = excluded.refresh_token_id, refreshed_at = excluded.refreshed_at, ended_at = excluded.ended_at");

    /** Inserts or updates. */
    static void record(List<Session> sessions, Pipeline pipeline) {
        RECORDING.record(sessions, pipeline);
    }

    @Override
    public Session map(ResultSet row, StatementContext context) throws SQLException {
        return new Session(
                new SessionId(uuid(row, "session_id")),
                new UserId(uuid(row, "user_id")),
                new OrganizationId(uuid(row, "organization_id")),
                new TokenId(uuid(row, "refresh_token_id")),
                row.getString("address"),
                instant(row, "started_at"),
                instant(row, "refreshed_at"),
                instant(row, "expires_at"),
                optionalInstant(row, "ended_at"));
    }
}
