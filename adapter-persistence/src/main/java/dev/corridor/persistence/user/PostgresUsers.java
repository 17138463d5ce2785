package dev.corridor.persistence.user;

import static dev.corridor.persistence.ColumnTypes.instant;
import static dev.corridor.persistence.ColumnTypes.optionalInstant;
import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.application.user.port.Users;
import dev.corridor.domain.access.UserId;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.user.EmailAddress;
import dev.corridor.domain.user.Lockout;
import dev.corridor.domain.user.PasswordHash;
import dev.corridor.domain.user.Session;
import dev.corridor.domain.user.SessionId;
import dev.corridor.domain.user.User;
import dev.corridor.domain.user.UserSessions;
import dev.corridor.persistence.ArrayType;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.Pipeline;
import dev.corridor.persistence.access.AccessChangeChannel;
import dev.corridor.persistence.account.AccountRows;
import dev.corridor.persistence.audit.AuditRows;
import dev.corridor.persistence.organization.OrganizationRows;
import dev.corridor.persistence.organization.ResidenceRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/** The tables of users and their sessions. A change locks the user's row. */
public final class PostgresUsers implements Users {

    public static final String SELECT = """
            select user_id, organization_id, email, password_hash, failed_logins, locked_until, created_at
            from users
            """;

    private static final String FIND = "select users.*" + ResidenceRows.columnFor("users") + "from users where email = :email";

    /** Of two concurrent inserts of one e-mail address, the second waits and inserts nothing. */
    private static final String ADD = """
            insert into users (user_id, organization_id, email, password_hash, failed_logins, locked_until, created_at)
            values (:id, :organization, :email, :password, :failedLogins, :lockedUntil, :createdAt)
            on conflict (email) do nothing
            """;

    private static final String CHANGE = """
            update users
            set password_hash = changed.password_hash, failed_logins = changed.failed_logins, locked_until = changed.locked_until
            from unnest(?, ?, ?, ?) as changed (user_id, password_hash, failed_logins, locked_until)
            where users.user_id = changed.user_id
            """;

    private static final String OPEN_SESSIONS = SessionRows.SELECT + """
            where organization_id = :organization and user_id = :user and ended_at is null
            order by session_id
            """;

    private final Jdbi jdbi;
    private final Consumer<SessionId> whenEnded;
    private final SessionRows sessionRows = new SessionRows();

    public PostgresUsers(DataSource dataSource) {
        this(dataSource, session -> {});
    }

    /** @param whenEnded called with each session that was ended, after the commit */
    public PostgresUsers(DataSource dataSource, Consumer<SessionId> whenEnded) {
        this.jdbi = Database.forRequestsOn(dataSource);
        this.whenEnded = whenEnded;
    }

    @Override
    public Optional<User> find(EmailAddress email) {
        return jdbi.withHandle(handle -> handle.createQuery(FIND)
                .bind("email", email.value())
                .map((row, context) -> {
                    ResidenceRows.requireHere(row);
                    return map(row, context);
                })
                .findOne());
    }

    @Override
    public Optional<User> find(UserId id) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "where user_id = :id")
                .bind("id", id.uuid())
                .map(PostgresUsers::map)
                .findOne());
    }

    @Override
    public boolean register(Registration registration) {
        var rest = new Pipeline();
        OrganizationRows.record(List.of(registration.organization()), rest);
        AccountRows.record(List.of(registration.primaryAccount()), rest);
        AuditRows.append(registration.records(), rest);
        return add(registration.user(), rest);
    }

    @Override
    public boolean add(User user, List<AuditRecord> records) {
        var rest = new Pipeline();
        AuditRows.append(records, rest);
        return add(user, rest);
    }

    /** @param rest what is written with the user, if the e-mail address is free */
    private boolean add(User user, Pipeline rest) {
        return jdbi.inTransaction(handle -> {
            boolean added = add(user, handle);
            if (added) {
                rest.run(handle);
            }
            return added;
        });
    }

    private static boolean add(User user, Handle handle) {
        return handle.createUpdate(ADD)
                .bind("id", user.id().uuid())
                .bind("organization", user.organization().uuid())
                .bind("email", user.email().value())
                .bind("password", user.password().value())
                .bind("failedLogins", user.lockout().failedLogins())
                .bind("lockedUntil", user.lockout().lockedUntil())
                .bind("createdAt", user.createdAt())
                .execute() == 1;
    }

    @Override
    public <R> R change(UserId id, Function<UserSessions, Change<R>> change) {
        var changed = jdbi.inTransaction(handle -> {
            var before = handle.createQuery(SELECT + "where user_id = :id\nfor update")
                    .bind("id", id.uuid())
                    .map(PostgresUsers::map)
                    .findOne()
                    .orElseThrow(() -> new IllegalStateException("there is no user " + id));
            var decided = change.apply(new UserSessions(before, openSessionsOf(before, handle)));
            write(before, decided, handle);
            return decided;
        });
        endedIn(changed).forEach(whenEnded);
        return changed.result();
    }

    private List<Session> openSessionsOf(User user, Handle handle) {
        return handle.createQuery(OPEN_SESSIONS)
                .bind("organization", user.organization().uuid())
                .bind("user", user.id().uuid())
                .map(sessionRows)
                .list();
    }

    private static List<SessionId> endedIn(Change<?> change) {
        return change.sessions().stream().filter(session -> session.endedAt().isPresent()).map(Session::id).toList();
    }

    private static void write(User before, Change<?> change, Handle handle) {
        var pipeline = new Pipeline();
        if (!change.user().equals(before)) {
            var changed = List.of(change.user());
            pipeline.update(
                    CHANGE,
                    ArrayType.UUIDS.of(changed, user -> user.id().uuid()),
                    ArrayType.TEXTS.of(changed, user -> user.password().value()),
                    ArrayType.INTEGERS.of(changed, user -> user.lockout().failedLogins()),
                    ArrayType.INSTANTS.of(changed, user -> user.lockout().lockedUntil().orElse(null)));
        }
        SessionRows.record(change.sessions(), pipeline);
        AuditRows.append(change.records(), pipeline);
        AccessChangeChannel.tell(endedIn(change), pipeline);
        pipeline.run(handle);
    }

    public static User map(ResultSet row, StatementContext context) throws SQLException {
        return new User(
                new UserId(uuid(row, "user_id")),
                new OrganizationId(uuid(row, "organization_id")),
                new EmailAddress(row.getString("email")),
                new PasswordHash(row.getString("password_hash")),
                new Lockout(row.getInt("failed_logins"), optionalInstant(row, "locked_until")),
                instant(row, "created_at"));
    }
}
