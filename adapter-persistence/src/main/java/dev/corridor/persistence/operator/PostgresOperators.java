package dev.corridor.persistence.operator;

import static dev.corridor.persistence.ColumnTypes.instant;
import static dev.corridor.persistence.ColumnTypes.optionalInstant;

import dev.corridor.application.operator.port.Operators;
import dev.corridor.domain.access.OperatorName;
import dev.corridor.domain.access.SealedSecret;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.operator.OperatorLogin;
import dev.corridor.domain.operator.OperatorSession;
import dev.corridor.domain.operator.SecondFactor;
import dev.corridor.domain.operator.SecondFactor.Enrolled;
import dev.corridor.domain.operator.SecondFactor.Invited;
import dev.corridor.domain.operator.TokenName;
import dev.corridor.domain.user.Lockout;
import dev.corridor.domain.user.PasswordHash;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.Pipeline;
import dev.corridor.persistence.audit.AuditRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** A change locks the operator's row. Whether a login is disabled is written by the owner of the database alone. */
public final class PostgresOperators implements Operators {

    private static final String SELECT = """
            select name, password_hash, failed_logins, locked_until, invited_until, factor_secret, last_step, is_disabled, created_at
            from operators
            """;

    private static final String ADD = """
            insert into operators (name, password_hash, failed_logins, invited_until, created_at)
            values (:name, :password, 0, :invitedUntil, :createdAt)
            on conflict (name) do nothing
            """;

    private static final String CHANGE = """
            update operators
            set password_hash = :password, failed_logins = :failedLogins, locked_until = :lockedUntil, invited_until = :invitedUntil,
                factor_secret = :secret, last_step = :lastStep
            where name = :name
            """;

    private static final String BEGIN = """
            insert into operator_sessions (token_hash, operator, is_proved, program, address, started_at, expires_at)
            values (:hash, :operator, :proved, :program, :address, :startedAt, :expiresAt)
            """;

    private static final String OF_PROGRAMS = """
            select * from operator_sessions
            where program is not null
            order by operator collate "C", program collate "C"
            limit :limit
            """;

    private static final String REMOVE = """
            delete from operator_sessions
            where token_hash = any(array(select token_hash from operator_sessions where expires_at < :before limit :limit))
            """;

    private final Jdbi jdbi;

    public PostgresOperators(DataSource dataSource) {
        this.jdbi = Database.forRequestsOn(dataSource);
    }

    @Override
    public Optional<OperatorLogin> find(OperatorName name) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "where name = :name")
                .bind("name", name.value())
                .map(PostgresOperators::login)
                .findOne());
    }

    @Override
    public List<OperatorLogin> list(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "order by name collate \"C\" limit :limit")
                .bind("limit", limit)
                .map(PostgresOperators::login)
                .list());
    }

    @Override
    public boolean add(OperatorLogin login, AuditRecord record) {
        return jdbi.inTransaction(handle -> {
            boolean added = handle.createUpdate(ADD)
                    .bind("name", login.name().value())
                    .bind("password", login.password().value())
                    .bind("invitedUntil", invitedUntil(login.factor()))
                    .bind("createdAt", login.createdAt())
                    .execute() == 1;
            if (added) {
                append(List.of(record), handle);
            }
            return added;
        });
    }

    @Override
    public <R> R change(OperatorName name, Function<OperatorLogin, Change<R>> change) {
        return jdbi.inTransaction(handle -> {
            var before = handle.createQuery(SELECT + "where name = :name\nfor update")
                    .bind("name", name.value())
                    .map(PostgresOperators::login)
                    .findOne()
                    .orElseThrow(() -> new IllegalStateException("there is no operator " + name));
            var decided = change.apply(before);
            write(before, decided, handle);
            return decided.result();
        });
    }

    private static void write(OperatorLogin before, Change<?> change, Handle handle) {
        var login = change.login();
        handle.createUpdate(CHANGE)
                .bind("name", login.name().value())
                .bind("password", login.password().value())
                .bind("failedLogins", login.lockout().failedLogins())
                .bind("lockedUntil", login.lockout().lockedUntil())
                .bind("invitedUntil", invitedUntil(login.factor()))
                .bind("secret", secret(login.factor()))
                .bind("lastStep", lastStep(login.factor()))
                .execute();
        if (login.isDisabled() != before.isDisabled()) {
            handle.createUpdate("update operators set is_disabled = :disabled where name = :name")
                    .bind("disabled", login.isDisabled())
                    .bind("name", login.name().value())
                    .execute();
        }
        if (change.endsSessions()) {
            handle.createUpdate("delete from operator_sessions where operator = :name").bind("name", login.name().value()).execute();
        }
        change.started().ifPresent(session -> begin(session, handle));
        append(change.records(), handle);
    }

    private static Optional<Instant> invitedUntil(SecondFactor factor) {
        return factor instanceof Invited invited ? Optional.of(invited.until()) : Optional.empty();
    }

    private static Optional<String> secret(SecondFactor factor) {
        return switch (factor) {
            case Invited invited -> invited.secret().map(SealedSecret::value);
            case Enrolled enrolled -> Optional.of(enrolled.secret().value());
        };
    }

    private static Optional<Long> lastStep(SecondFactor factor) {
        return factor instanceof Enrolled enrolled ? Optional.of(enrolled.lastStep()) : Optional.empty();
    }

    private static void begin(OperatorSession session, Handle handle) {
        handle.createUpdate(BEGIN)
                .bind("hash", session.hash())
                .bind("operator", session.operator().value())
                .bind("proved", session.isProved())
                .bind("program", session.program().map(TokenName::value))
                .bind("address", session.address())
                .bind("startedAt", session.startedAt())
                .bind("expiresAt", session.expiresAt())
                .execute();
    }

    private static void append(List<AuditRecord> records, Handle handle) {
        var pipeline = new Pipeline();
        AuditRows.append(records, pipeline);
        pipeline.run(handle);
    }

    @Override
    public Optional<OperatorSession> session(String hash) {
        return jdbi.withHandle(handle -> handle.createQuery("select * from operator_sessions where token_hash = :hash")
                .bind("hash", hash)
                .map(PostgresOperators::session)
                .findOne());
    }

    @Override
    public List<OperatorSession> ofPrograms(int limit) {
        return jdbi.withHandle(handle -> handle.createQuery(OF_PROGRAMS).bind("limit", limit).map(PostgresOperators::session).list());
    }

    @Override
    public void endSession(String hash, AuditRecord record) {
        jdbi.useTransaction(handle -> {
            handle.createUpdate("delete from operator_sessions where token_hash = :hash").bind("hash", hash).execute();
            append(List.of(record), handle);
        });
    }

    @Override
    public int removeExpired(Instant before, int limit) {
        return jdbi.withHandle(handle -> handle.createUpdate(REMOVE).bind("before", before).bind("limit", limit).execute());
    }

    private static OperatorLogin login(ResultSet row, StatementContext context) throws SQLException {
        return new OperatorLogin(
                new OperatorName(row.getString("name")),
                new PasswordHash(row.getString("password_hash")),
                new Lockout(row.getInt("failed_logins"), optionalInstant(row, "locked_until")),
                factor(row),
                row.getBoolean("is_disabled"),
                instant(row, "created_at"));
    }

    private static SecondFactor factor(ResultSet row) throws SQLException {
        var secret = Optional.ofNullable(row.getString("factor_secret")).map(SealedSecret::new);
        var invitedUntil = optionalInstant(row, "invited_until");
        return invitedUntil.isPresent()
                ? new Invited(invitedUntil.get(), secret)
                : new Enrolled(secret.orElseThrow(), row.getLong("last_step"));
    }

    private static OperatorSession session(ResultSet row, StatementContext context) throws SQLException {
        return new OperatorSession(
                row.getString("token_hash"),
                new OperatorName(row.getString("operator")),
                row.getBoolean("is_proved"),
                Optional.ofNullable(row.getString("program")).map(TokenName::new),
                row.getString("address"),
                instant(row, "started_at"),
                instant(row, "expires_at"));
    }
}
