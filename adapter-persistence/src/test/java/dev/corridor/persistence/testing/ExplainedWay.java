package dev.corridor.persistence.testing;

import static dev.corridor.persistence.testing.Interception.call;
import static dev.corridor.persistence.testing.Interception.proxy;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** A data source that collects the plan of each statement. */
public final class ExplainedWay implements AutoCloseable {

    private static final String PLAN = "plan:";

    private static final List<String> SETTINGS = List.of(
            "session_preload_libraries = 'auto_explain'",
            "auto_explain.log_min_duration = 0",
            "auto_explain.log_format = 'json'",
            "auto_explain.log_level = 'notice'");

    private final HikariDataSource pool;
    private final Collection<String> plans = new ConcurrentLinkedQueue<>();

    /** @param more settings of the database */
    public ExplainedWay(TestDatabase database, String... more) {
        Jdbi.create(database.superuser()).useHandle(handle -> {
            var name = handle.createQuery("select current_database()").mapTo(String.class).one();
            Stream.concat(SETTINGS.stream(), Stream.of(more)).forEach(setting -> handle.execute("alter database " + name + " set " + setting));
        });
        this.pool = database.anotherPool();
    }

    /** The plans so far, in the format of {@code EXPLAIN (FORMAT JSON)}. */
    public Collection<String> plans() {
        return plans;
    }

    public DataSource dataSource() {
        return proxy(DataSource.class, (method, arguments) -> {
            var answer = call(pool, method, arguments);
            return answer instanceof Connection connection ? explained(connection) : answer;
        });
    }

    @Override
    public void close() {
        pool.close();
    }

    private Connection explained(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            var answer = call(connection, method, arguments);
            return answer instanceof PreparedStatement statement ? explained(statement) : answer;
        });
    }

    private PreparedStatement explained(PreparedStatement statement) {
        return proxy(PreparedStatement.class, (method, arguments) -> {
            var answer = call(statement, method, arguments);
            if (method.getName().startsWith("execute")) {
                collectFrom(statement);
            }
            return answer;
        });
    }

    private void collectFrom(PreparedStatement statement) throws SQLException {
        for (var notice = statement.getWarnings(); notice != null; notice = notice.getNextWarning()) {
            int start = notice.getMessage().indexOf(PLAN);
            if (start >= 0) {
                plans.add(notice.getMessage().substring(start + PLAN.length()));
            }
        }
        statement.clearWarnings();
    }
}
