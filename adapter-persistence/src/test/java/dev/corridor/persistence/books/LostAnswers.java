package dev.corridor.persistence.books;

import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** A way to the database that breaks once, when a commit is sent over it: before it has arrived, or after, when the answer is on its way. */
final class LostAnswers implements DataSource {

    enum Break {
        NEVER,
        BEFORE_THE_COMMIT,
        AFTER_THE_COMMIT
    }

    private final DataSource real;
    private final AtomicReference<Break> next = new AtomicReference<>(Break.NEVER);

    LostAnswers(DataSource real) {
        this.real = real;
    }

    void breakNext(Break when) {
        next.set(when);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return breakable(real.getConnection());
    }

    private Connection breakable(Connection connection) {
        return proxy(Connection.class, connection, (method, arguments) -> {
            var answer = call(connection, method, arguments);
            return answer instanceof PreparedStatement statement && ((String) arguments[0]).endsWith("commit")
                    ? breakable(statement, connection)
                    : answer;
        });
    }

    private PreparedStatement breakable(PreparedStatement statement, Connection connection) {
        return proxy(PreparedStatement.class, statement, (method, arguments) -> method.getName().equals("execute")
                ? execute(statement, connection, next.getAndSet(Break.NEVER))
                : call(statement, method, arguments));
    }

    private static boolean execute(PreparedStatement statement, Connection connection, Break when) throws SQLException {
        if (when == Break.BEFORE_THE_COMMIT) {
            throw broken(connection);
        }
        boolean answer = statement.execute();
        if (when == Break.AFTER_THE_COMMIT) {
            throw broken(connection);
        }
        return answer;
    }

    private static SQLException broken(Connection connection) throws SQLException {
        connection.abort(Runnable::run);
        return new SQLException("the connection is lost", "08006");
    }

    private interface Call {
        Object on(Method method, Object[] arguments) throws Throwable;
    }

    private static <T> T proxy(Class<T> type, T real, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> call.on(method, arguments)));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
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
