package dev.corridor.persistence.books;

import static dev.corridor.persistence.testing.Interception.call;
import static dev.corridor.persistence.testing.Interception.proxy;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.postgresql.PGConnection;

/** A data source whose sessions break at a chosen step: a lost statement, a lost response, or a server process killed before or after its work. */
final class BreakableWay implements DataSource {

    enum Break {
        /** The connection breaks before the statement is sent. */
        BEFORE_IT_ARRIVES,
        /** The connection breaks after execution, before the response. */
        BEFORE_THE_ANSWER,
        /** The server process is killed before the statement is sent. */
        SERVER_BEFORE_IT_ARRIVES,
        /** The server process is killed after the response. */
        SERVER_AFTER_THE_ANSWER
    }

    /** Decides for each statement. */
    interface Plan {

        Plan NOTHING_BREAKS = sql -> Optional.empty();

        Optional<Break> next(String sql);

        /** Breaks at the first matching statement. */
        static Plan once(Break how, Predicate<String> where) {
            var done = new AtomicBoolean();
            return sql -> where.test(sql) && done.compareAndSet(false, true) ? Optional.of(how) : Optional.empty();
        }

        /** Breaks at one random statement in {@code oneIn}. */
        static Plan atRandom(int oneIn, long seed) {
            var random = new Random(seed);
            return sql -> random.nextInt(oneIn) == 0
                    ? Optional.of(Break.values()[random.nextInt(Break.values().length)])
                    : Optional.empty();
        }
    }

    private static final String ROLLBACK = "rollback";

    private final DataSource real;
    private final Jdbi killer;
    private final AtomicInteger breaks = new AtomicInteger();
    private volatile Plan plan = Plan.NOTHING_BREAKS;

    /** @param killer may terminate other sessions */
    BreakableWay(DataSource real, DataSource killer) {
        this.real = real;
        this.killer = Jdbi.create(killer);
    }

    void follow(Plan plan) {
        this.plan = plan;
    }

    /** How often something was broken. */
    int breaks() {
        return breaks.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        return breakable(real.getConnection());
    }

    private Connection breakable(Connection connection) {
        return proxy(Connection.class, (method, arguments) -> {
            if (method.getName().equals(ROLLBACK)) {
                return send(ROLLBACK, connection, () -> call(connection, method, arguments));
            }
            return switch (call(connection, method, arguments)) {
                case PreparedStatement statement -> breakable(statement, (String) arguments[0], connection);
                case null -> null;
                case Object answer -> answer;
            };
        });
    }

    private PreparedStatement breakable(PreparedStatement statement, String sql, Connection connection) {
        return proxy(PreparedStatement.class, (method, arguments) -> method.getName().startsWith("execute")
                ? send(sql, connection, () -> call(statement, method, arguments))
                : call(statement, method, arguments));
    }

    private interface Sending {
        Object send() throws Throwable;
    }

    private Object send(String sql, Connection connection, Sending sending) throws Throwable {
        var planned = plan.next(sql);
        if (planned.isEmpty()) {
            return sending.send();
        }
        breaks.incrementAndGet();
        return switch (planned.get()) {
            case BEFORE_IT_ARRIVES -> throw broken(connection);
            case BEFORE_THE_ANSWER -> {
                sending.send();
                throw broken(connection);
            }
            case SERVER_BEFORE_IT_ARRIVES -> {
                kill(connection);
                yield sending.send();
            }
            case SERVER_AFTER_THE_ANSWER -> {
                var answer = sending.send();
                kill(connection);
                yield answer;
            }
        };
    }

    private static SQLException broken(Connection connection) throws SQLException {
        connection.abort(Runnable::run);
        return new SQLException("the connection is lost", "08006");
    }

    private void kill(Connection connection) throws SQLException {
        int process = connection.unwrap(PGConnection.class).getBackendPID();
        killer.useHandle(handle -> handle.createQuery("select pg_terminate_backend(?, 10000)")
                .bind(0, process)
                .mapTo(Boolean.class)
                .one());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return breakable(real.getConnection(user, password));
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return real.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter writer) throws SQLException {
        real.setLogWriter(writer);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        real.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return real.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return real.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return real.isWrapperFor(type);
    }
}
