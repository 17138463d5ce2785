package dev.corridor.persistence.testing;

import static dev.corridor.persistence.testing.Interception.call;
import static dev.corridor.persistence.testing.Interception.proxy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** A data source that collects the plan of each statement. */
public final class ExplainedWay implements AutoCloseable {

    private static final String PLAN = "plan:";

    /** After it the server may say within which function the statement ran. */
    private static final String END = "\n}";

    private static final List<String> SETTINGS = List.of(
            "session_preload_libraries = 'auto_explain'",
            "auto_explain.log_min_duration = 0",
            "auto_explain.log_format = 'json'",
            "auto_explain.log_level = 'notice'",
            "auto_explain.log_nested_statements = on");

    private static final String COMMIT = "commit";

    private static final Set<String> ENDS = Set.of(COMMIT, "rollback", "setAutoCommit");

    /**
     * A statement that was executed.
     *
     * @param plan in the format of {@code EXPLAIN (FORMAT JSON)}
     * @param transaction the same for those of one transaction
     */
    public record Explained(String plan, long transaction) {}

    private final HikariDataSource pool;
    private final Collection<Explained> statements = new ConcurrentLinkedQueue<>();
    private final AtomicLong transactions = new AtomicLong();

    /** @param more settings of the database */
    public ExplainedWay(TestDatabase database, String... more) {
        explain(database, more);
        this.pool = database.anotherPool();
    }

    /** From the next connection on, the server sends the plan of each statement as a notice. */
    static void explain(TestDatabase database, String... more) {
        Jdbi.create(database.superuser()).useHandle(handle -> {
            var name = handle.createQuery("select current_database()").mapTo(String.class).one();
            Stream.concat(SETTINGS.stream(), Stream.of(more)).forEach(setting -> handle.execute("alter database " + name + " set " + setting));
        });
    }

    /** The plan in a notice of the server, if there is one. */
    public static Optional<String> planIn(String notice) {
        int start = notice.indexOf(PLAN);
        return start < 0 ? Optional.empty() : Optional.of(notice.substring(start + PLAN.length(), notice.indexOf(END, start) + END.length()));
    }

    /** Those so far. */
    public Collection<Explained> statements() {
        return statements;
    }

    /** The plans so far, in the format of {@code EXPLAIN (FORMAT JSON)}. */
    public List<String> plans() {
        return statements.stream().map(Explained::plan).toList();
    }

    public DataSource dataSource() {
        return proxy(DataSource.class, (method, arguments) -> {
            var answer = call(pool, method, arguments);
            return answer instanceof Connection connection ? new Session(connection).explained() : answer;
        });
    }

    @Override
    public void close() {
        pool.close();
    }

    /** A connection, and the transaction that it is in. */
    private final class Session {

        private final Connection connection;
        private long transaction = transactions.incrementAndGet();

        Session(Connection connection) {
            this.connection = connection;
        }

        Connection explained() {
            return proxy(Connection.class, (method, arguments) -> {
                var answer = call(connection, method, arguments);
                if (ENDS.contains(method.getName())) {
                    endTransaction();
                }
                return answer instanceof PreparedStatement statement ? explained(statement, (String) arguments[0]) : answer;
            });
        }

        private PreparedStatement explained(PreparedStatement statement, String sql) {
            return proxy(PreparedStatement.class, (method, arguments) -> {
                var answer = call(statement, method, arguments);
                if (method.getName().startsWith("execute")) {
                    collectFrom(statement);
                    if (connection.getAutoCommit() || sql.endsWith(COMMIT)) {
                        endTransaction();
                    }
                }
                return answer;
            });
        }

        private void endTransaction() {
            transaction = transactions.incrementAndGet();
        }

        private void collectFrom(PreparedStatement statement) throws SQLException {
            for (var notice = statement.getWarnings(); notice != null; notice = notice.getNextWarning()) {
                planIn(notice.getMessage()).ifPresent(plan -> statements.add(new Explained(plan, transaction)));
            }
            statement.clearWarnings();
        }
    }
}
