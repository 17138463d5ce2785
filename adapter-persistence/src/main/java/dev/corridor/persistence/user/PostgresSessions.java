package dev.corridor.persistence.user;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.user.port.Sessions;
import dev.corridor.domain.access.UserId;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.OrganizationStatus;
import dev.corridor.domain.user.PresentedSession;
import dev.corridor.domain.user.Session;
import dev.corridor.domain.user.SessionId;
import dev.corridor.domain.user.Token;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.TenantQuery;
import dev.corridor.persistence.organization.ResidenceRows;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** The sessions of tokens. Every request depends on it, so a look-up times out after {@value #LOOKUP_TIMEOUT_SECONDS} seconds. */
public final class PostgresSessions implements Sessions {

    private static final int LOOKUP_TIMEOUT_SECONDS = 2;

    private static final String FIND = "select " + SessionRows.COLUMNS + """
            , organizations.status as client
            """ + ResidenceRows.columnFor("organizations") + """
            from sessions
            join organizations on organizations.organization_id = sessions.organization_id
            where sessions.session_id = :session
            """;

    /** Skips locked rows, so it never waits. */
    private static final String REMOVE = """
            with oldest as materialized (
                select session_id, organization_id
                from sessions
                where expires_at < :before
                order by expires_at
                limit :limit
                for update skip locked
            )
            delete from sessions
            using oldest
            where sessions.session_id = oldest.session_id and sessions.organization_id = oldest.organization_id
            """;

    private final Jdbi jdbi;
    private final SessionRows rows = new SessionRows();

    public PostgresSessions(DataSource dataSource) {
        this.jdbi = Database.on(dataSource);
    }

    @Override
    public Optional<PresentedSession> find(Token token) {
        try {
            return jdbi.withHandle(handle -> handle.createQuery(FIND)
                    .setQueryTimeout(LOOKUP_TIMEOUT_SECONDS)
                    .bind("session", token.session().uuid())
                    .map((row, context) -> {
                        ResidenceRows.requireHere(row);
                        return new PresentedSession(rows.map(row, context), OrganizationStatus.valueOf(row.getString("client")));
                    })
                    .findOne());
        } catch (JdbiException e) {
            throw new Unreachable(e);
        }
    }

    @Override
    public Page<Session> page(OrganizationId organization, UserId user, Instant now, PageRequest<SessionId> request) {
        return new TenantQuery<>(organization, SessionRows.SELECT, rows)
                .where("user_id = :user", "user", user.uuid())
                .where("ended_at is null")
                .where("expires_at > :now", "now", now)
                .page(jdbi, "session_id", request, SessionId::uuid);
    }

    @Override
    public int removeExpired(Instant before, int limit) {
        return jdbi.withHandle(
                handle -> handle.createUpdate(REMOVE).bind("before", before).bind("limit", limit).execute());
    }
}
