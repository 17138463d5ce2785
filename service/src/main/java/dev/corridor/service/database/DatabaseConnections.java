package dev.corridor.service.database;

import dev.corridor.application.Outage;
import dev.corridor.service.settings.DatabaseAddress;
import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
import java.util.Properties;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.postgresql.PGProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * New connections to a database whose address may name several hosts. One that takes a connection and then says nothing, such as a frozen server, has a
 * limit of its own, after which the driver tries the next. Statements have another limit.
 *
 * <p>The driver's {@code loginTimeout} is no such limit: it is for all hosts together, and a deaf first one would use it up.
 */
public final class DatabaseConnections implements DataSource {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseConnections.class);

    /** Of a step of the connection: where TLS is preferred, a silent host is asked twice. A server on a busy machine says something sooner. */
    private static final Duration STEP_LIMIT = Duration.ofSeconds(2);

    private final Supplier<DatabaseAddress> address;
    private final Properties properties = new Properties();
    private final Duration silence;
    private final Admission admission;
    private final boolean isPatient;

    /** Looks at each new connection before it is used. */
    public interface Admission {

        Admission OF_ALL = connection -> {};

        /** @throws SQLException if the connection must not be used */
        void admit(Connection connection) throws SQLException;

        default Admission and(Admission other) {
            return connection -> {
                admit(connection);
                other.admit(connection);
            };
        }
    }

    /**
     * @param silence of the server during a statement after which the connection is given up; zero is never. Options of the address win.
     * @param more properties of the driver
     */
    public DatabaseConnections(DatabaseAddress address, Duration silence, Properties more, Admission admission) {
        this(() -> address, silence, more, admission);
    }

    /** @param address asked for each connection: it may become known later */
    public DatabaseConnections(Supplier<DatabaseAddress> address, Duration silence, Properties more, Admission admission) {
        this(address, silence, more, admission, false);
    }

    private DatabaseConnections(Supplier<DatabaseAddress> address, Duration silence, Properties more, Admission admission, boolean isPatient) {
        this.address = address;
        this.silence = silence;
        this.admission = admission;
        this.isPatient = isPatient;
        properties.putAll(more);
        PGProperty.CONNECT_TIMEOUT.set(properties, Math.toIntExact(STEP_LIMIT.toSeconds()));
        PGProperty.SSL_RESPONSE_TIMEOUT.set(properties, Math.toIntExact(STEP_LIMIT.toMillis()));
        PGProperty.GSS_RESPONSE_TIMEOUT.set(properties, Math.toIntExact(STEP_LIMIT.toMillis()));
        PGProperty.SOCKET_TIMEOUT.set(properties, Math.toIntExact(STEP_LIMIT.toSeconds()));
        PGProperty.TCP_KEEP_ALIVE.set(properties, true);
    }

    /**
     * For a pool: does not fail, but goes on until the database is there. A pool by itself waits twice as long after each failure, and would learn of
     * the end of a long outage five seconds late.
     */
    public DatabaseConnections untilItIsThere() {
        return new DatabaseConnections(address, silence, properties, admission, true);
    }

    @Override
    public Connection getConnection() throws SQLException {
        for (boolean isTold = false;; isTold = true) {
            try {
                var connection = connect();
                if (isTold) {
                    LOG.info("The database is back");
                }
                return connection;
            } catch (SQLException e) {
                if (!isPatient) {
                    throw e;
                }
                if (!isTold) {
                    LOG.warn("The database is away, and is tried again every {} ms: {}", Outage.TRIED_AGAIN_AFTER.toMillis(), e.getMessage());
                }
                pause(e);
            }
        }
    }

    private static void pause(SQLException failure) throws SQLException {
        try {
            Thread.sleep(Outage.TRIED_AGAIN_AFTER);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure;
        }
    }

    private Connection connect() throws SQLException {
        var known = address.get();
        var connection = DriverManager.getConnection(known.url(), loginOf(known));
        try {
            if (!known.url().contains(PGProperty.SOCKET_TIMEOUT.getName() + "=")) {
                connection.setNetworkTimeout(Runnable::run, Math.toIntExact(silence.toMillis()));
            }
            admission.admit(connection);
            return connection;
        } catch (SQLException | RuntimeException e) {
            connection.close();
            throw e;
        }
    }

    private Properties loginOf(DatabaseAddress known) {
        var login = new Properties();
        login.putAll(properties);
        PGProperty.USER.set(login, known.user());
        PGProperty.PASSWORD.set(login, known.password());
        return login;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException("the address names the user");
    }

    /** For all hosts together; not used, see above. */
    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter writer) {}

    @Override
    public java.util.logging.Logger getParentLogger() {
        return java.util.logging.Logger.getGlobal();
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
