package dev.corridor.service.database;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Gives connections to servers that are not behind what was seen. */
public final class GuardedDataSource implements DataSource {

    private final DataSource connections;
    private final HistoryGuard guard;

    public GuardedDataSource(DataSource connections, HistoryGuard guard) {
        this.connections = connections;
        this.guard = guard;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return admitted(connections.getConnection());
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        return admitted(connections.getConnection(user, password));
    }

    private Connection admitted(Connection connection) throws SQLException {
        try {
            guard.admit(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public PrintWriter getLogWriter() throws SQLException {
        return connections.getLogWriter();
    }

    @Override
    public void setLogWriter(PrintWriter writer) throws SQLException {
        connections.setLogWriter(writer);
    }

    @Override
    public void setLoginTimeout(int seconds) throws SQLException {
        connections.setLoginTimeout(seconds);
    }

    @Override
    public int getLoginTimeout() throws SQLException {
        return connections.getLoginTimeout();
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger(Logger.GLOBAL_LOGGER_NAME);
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        return connections.unwrap(type);
    }

    @Override
    public boolean isWrapperFor(Class<?> type) throws SQLException {
        return connections.isWrapperFor(type);
    }
}
