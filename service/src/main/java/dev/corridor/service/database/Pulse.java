package dev.corridor.service.database;

import dev.corridor.application.Outage;
import dev.corridor.service.settings.DatabaseAddress;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.postgresql.PGProperty;
import org.postgresql.hostchooser.GlobalHostStatusTracker;
import org.postgresql.hostchooser.HostStatus;
import org.postgresql.jdbc.PgConnection;
import org.postgresql.util.HostSpec;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives up a server that has fallen silent, such as one that is frozen, or behind a network that swallows everything. That a statement has no answer yet
 * says nothing: it may be long, or wait for a lock or a standby. So the server is asked beside, again and again, for next to nothing. If that
 * has no answer in time, all connections that were opened before are cut, and whoever waits on them learns so at once.
 */
public final class Pulse implements DatabaseConnections.Admission, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Pulse.class);

    private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(250);

    /** A server on a busy machine says something sooner. With the pause before it, it leaves time to be well again elsewhere five seconds after. */
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(2);

    private final DatabaseConnections connections;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Map<Connection, Long> openedAt = new HashMap<>();
    private boolean isRunning;

    /** @param admission of the connection on which it asks */
    public Pulse(Supplier<DatabaseAddress> address, DatabaseConnections.Admission admission) {
        var properties = new Properties();
        PGProperty.APPLICATION_NAME.set(properties, "corridor-pulse");
        this.connections = new DatabaseConnections(address, LONGEST_SILENCE, properties, admission);
    }

    @Override
    public synchronized void admit(Connection connection) {
        forgetClosed();
        openedAt.put(connection, System.nanoTime());
        if (!isRunning) {
            isRunning = true;
            Thread.ofPlatform().name("database-pulse").daemon().start(this::run);
        }
    }

    private void forgetClosed() {
        openedAt.keySet().removeIf(Pulse::isClosed);
    }

    private static boolean isClosed(Connection connection) {
        try {
            return connection.isClosed();
        } catch (SQLException e) {
            return true;
        }
    }

    private void run() {
        do {
            try (var connection = connections.getConnection()) {
                connection.setNetworkTimeout(Runnable::run, Math.toIntExact(LONGEST_SILENCE.toMillis()));
                watch(connection);
                return;
            } catch (SQLException e) {
                LOG.debug("The database has no pulse", e);
            }
        } while (goesOnAfter(Outage.TRIED_AGAIN_AFTER));
    }

    private void watch(Connection connection) throws SQLException {
        var server = connection.unwrap(PgConnection.class).getQueryExecutor().getHostSpec();
        try (var statement = connection.createStatement()) {
            do {
                long asked = System.nanoTime();
                try {
                    statement.execute("");
                } catch (SQLException e) {
                    if (hasTimedOut(e)) {
                        giveUp(server, asked);
                    }
                    throw e;
                }
            } while (goesOnAfter(BETWEEN_QUESTIONS));
        }
    }

    /** While a connection is open, there is something to watch over. */
    private boolean goesOnAfter(Duration pause) {
        boolean isClosed = isClosedAfter(pause);
        synchronized (this) {
            forgetClosed();
            isRunning = !isClosed && !openedAt.isEmpty();
            return isRunning;
        }
    }

    private static boolean hasTimedOut(SQLException failure) {
        return failure.getCause() instanceof SocketTimeoutException;
    }

    /** What was opened since then leads to a server that has answered. Of several hosts the driver tries this one last, for its ten seconds. */
    private synchronized void giveUp(HostSpec silent, long since) throws SQLException {
        LOG.error("The database server {} has been silent for {} s: its connections are given up", silent, LONGEST_SILENCE.toSeconds());
        GlobalHostStatusTracker.reportHostStatus(silent, HostStatus.ConnectFail);
        for (var each : openedAt.entrySet()) {
            if (each.getValue() - since < 0) {
                each.getKey().abort(Runnable::run);
            }
        }
    }

    private boolean isClosedAfter(Duration time) {
        try {
            return closed.await(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
