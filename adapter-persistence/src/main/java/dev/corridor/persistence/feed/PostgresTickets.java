package dev.corridor.persistence.feed;

import static dev.corridor.persistence.ColumnTypes.instant;
import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.application.feed.port.Tickets;
import dev.corridor.domain.access.IpAddress;
import dev.corridor.domain.access.UserId;
import dev.corridor.domain.feed.Proof;
import dev.corridor.domain.feed.Ticket;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.user.SessionId;
import dev.corridor.domain.user.Token;
import dev.corridor.domain.user.TokenId;
import dev.corridor.domain.user.TokenType;
import dev.corridor.persistence.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** One delete takes a ticket: a second one waits for it, and finds nothing. */
public final class PostgresTickets implements Tickets {

    private static final String OF_KEY = """
            insert into tickets (hash, organization_id, address, expires_at, key_hash)
            values (:hash, :organization, :address, :expiresAt, :keyHash)
            """;

    private static final String OF_USER = """
            insert into tickets (hash, organization_id, address, expires_at, user_id, session_id, token_id, token_issued_at,
                token_expires_at)
            values (:hash, :organization, :address, :expiresAt, :user, :session, :token, :tokenIssuedAt, :tokenExpiresAt)
            """;

    private static final String TAKE = """
            delete from tickets
            where hash = :hash
            returning hash, organization_id, address, expires_at, key_hash, user_id, session_id, token_id, token_issued_at,
                token_expires_at
            """;

    /** Skips locked rows, so it never waits. */
    private static final String REMOVE = """
            with oldest as materialized (
                select hash, organization_id
                from tickets
                where expires_at < :before
                order by expires_at
                limit :limit
                for update skip locked
            )
            delete from tickets using oldest where tickets.hash = oldest.hash and tickets.organization_id = oldest.organization_id
            """;

    private final Jdbi jdbi;

    public PostgresTickets(DataSource dataSource) {
        this.jdbi = Database.on(dataSource);
    }

    @Override
    public void add(Ticket ticket) {
        jdbi.useHandle(handle -> {
            var insert = switch (ticket.proof()) {
                case Proof.OfKey(var hash) -> handle.createUpdate(OF_KEY).bind("keyHash", hash);
                case Proof.OfUser(var token) ->
                    handle.createUpdate(OF_USER)
                            .bind("user", token.user().uuid())
                            .bind("session", token.session().uuid())
                            .bind("token", token.id().uuid())
                            .bind("tokenIssuedAt", token.issuedAt())
                            .bind("tokenExpiresAt", token.expiresAt());
            };
            insert.bind("hash", ticket.hash())
                    .bind("organization", ticket.organization().uuid())
                    .bind("address", ticket.from().toString())
                    .bind("expiresAt", ticket.expiresAt())
                    .execute();
        });
    }

    @Override
    public Optional<Ticket> take(String hash) {
        return jdbi.withHandle(
                handle -> handle.createQuery(TAKE).bind("hash", hash).map(PostgresTickets::ticket).findOne());
    }

    @Override
    public int removeExpired(Instant before, int limit) {
        return jdbi.withHandle(
                handle -> handle.createUpdate(REMOVE).bind("before", before).bind("limit", limit).execute());
    }

    private static Ticket ticket(ResultSet row, StatementContext context) throws SQLException {
        return new Ticket(
                row.getString("hash"),
                new OrganizationId(uuid(row, "organization_id")),
                proof(row),
                IpAddress.parse(row.getString("address")),
                instant(row, "expires_at"));
    }

    private static Proof proof(ResultSet row) throws SQLException {
        var keyHash = row.getString("key_hash");
        if (keyHash != null) {
            return new Proof.OfKey(keyHash);
        }
        return new Proof.OfUser(new Token(
                new TokenId(uuid(row, "token_id")),
                new SessionId(uuid(row, "session_id")),
                new UserId(uuid(row, "user_id")),
                TokenType.ACCESS,
                instant(row, "token_issued_at"),
                instant(row, "token_expires_at")));
    }
}
