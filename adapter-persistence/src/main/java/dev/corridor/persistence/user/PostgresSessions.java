package dev.corridor.persistence.user;

import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.application.user.port.Sessions;
import dev.corridor.domain.access.UserId;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.OrganizationStatus;
import dev.corridor.domain.user.Session;
import dev.corridor.domain.user.Token;
import dev.corridor.persistence.ArrayType;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.Pipeline;
import dev.corridor.persistence.access.AccessChangeChannel;
import dev.corridor.persistence.audit.AuditRows;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** The sessions of tokens. Every request depends on it, so a look-up times out after {@value #LOOKUP_TIMEOUT_SECONDS} seconds. */
public final class PostgresSessions implements Sessions {

    private static final int LOOKUP_TIMEOUT_SECONDS = 2;

    private static final String FIND = """
            select users.user_id, users.organization_id, organizations.status as client,
                exists (select from revoked_tokens where token_id = :token) as revoked
            from users
            join organizations on organizations.organization_id = users.organization_id
            where users.user_id = :user
            """;

    private static final String REVOKE = """
            insert into revoked_tokens (token_id, expires_at)
            select * from unnest(?, ?)
            on conflict (token_id) do nothing
            """;

    /** Skips locked rows, so it never waits. */
    private static final String REMOVE = """
            with oldest as materialized (
                select token_id
                from revoked_tokens
                where expires_at < :before
                order by expires_at
                limit :limit
                for update skip locked
            )
            delete from revoked_tokens using oldest where revoked_tokens.token_id = oldest.token_id
            """;

    private final Jdbi jdbi;

    public PostgresSessions(DataSource dataSource) {
        this.jdbi = Database.on(dataSource);
    }

    @Override
    public Optional<Session> find(Token token) {
        try {
            return jdbi.withHandle(handle -> handle.createQuery(FIND)
                    .setQueryTimeout(LOOKUP_TIMEOUT_SECONDS)
                    .bind("token", token.id().uuid())
                    .bind("user", token.user().uuid())
                    .map((row, context) -> new Session(
                            new UserId(uuid(row, "user_id")),
                            new OrganizationId(uuid(row, "organization_id")),
                            OrganizationStatus.valueOf(row.getString("client")),
                            row.getBoolean("revoked")))
                    .findOne());
        } catch (JdbiException e) {
            throw new Unreachable(e);
        }
    }

    @Override
    public void revoke(List<Token> tokens, List<AuditRecord> records) {
        var pipeline = new Pipeline();
        pipeline.update(
                REVOKE,
                ArrayType.UUIDS.of(tokens, token -> token.id().uuid()),
                ArrayType.INSTANTS.of(tokens, Token::expiresAt));
        AuditRows.append(records, pipeline);
        AccessChangeChannel.tell(tokens.stream().map(Token::id).toList(), pipeline);
        jdbi.useTransaction(pipeline::run);
    }

    @Override
    public int removeExpired(Instant before, int limit) {
        return jdbi.withHandle(
                handle -> handle.createUpdate(REMOVE).bind("before", before).bind("limit", limit).execute());
    }
}
