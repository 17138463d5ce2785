package dev.corridor.service.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a process on the newest history of its database. A leader that wakes up after a fail-over takes connections again and looks healthy, but lacks
 * what was acknowledged since. So a connection is refused if its server is on an older time line than one that was seen before, has written less of the
 * same one, or is another cluster. As soon as a newer time line is seen, the connections to the older one are cut.
 *
 * <p>A new process has seen nothing: between two servers that both take writes, only the fencing of the cluster's own tools decides then.
 */
public final class HistoryGuard implements DatabaseConnections.Admission {

    private static final Logger LOG = LoggerFactory.getLogger(HistoryGuard.class);

    private static final Duration BETWEEN_WARNINGS = Duration.ofSeconds(10);

    /** "Server rejected the connection." Source: PostgreSQL manual, appendix "Error Codes". */
    private static final String REJECTED = "08004";

    /** The name of a log file begins with its time line. What is flushed survives a crash, so a server never goes behind it. A standby has no row. */
    private static final String POSITION = """
            select system_identifier, pg_walfile_name(pg_current_wal_flush_lsn()), pg_wal_lsn_diff(pg_current_wal_flush_lsn(), '0/0')::bigint
            from pg_control_system() where not pg_is_in_recovery()
            """;

    private static final int TIME_LINE_DIGITS = 8;
    private static final int HEXADECIMAL = 16;

    private final Map<Connection, Long> timeLines = new HashMap<>();
    private Optional<Position> newest = Optional.empty();
    private long nextWarning = System.nanoTime();

    /** @param written bytes of log since the cluster was made */
    private record Position(long cluster, long timeLine, long written) {

        /** Empty if this may come after the other. */
        private Optional<String> fault(Position before) {
            if (cluster != before.cluster) {
                return Optional.of("it is another cluster (%d) than before (%d)".formatted(cluster, before.cluster));
            } else if (timeLine < before.timeLine) {
                return Optional.of("it is on time line %d, and the database has gone on on %d".formatted(timeLine, before.timeLine));
            } else if (timeLine == before.timeLine && written < before.written) {
                return Optional.of("it lacks %d bytes of the log that it had before".formatted(before.written - written));
            }
            return Optional.empty();
        }

        private boolean isAfter(Position other) {
            return timeLine > other.timeLine || timeLine == other.timeLine && written > other.written;
        }
    }

    /**
     * {@inheritDoc}
     *
     * @throws SQLException if it leads into the past, or its position cannot be read
     */
    @Override
    public void admit(Connection connection) throws SQLException {
        var before = newest();
        var position = positionOf(connection);
        if (position.isPresent()) {
            refuseIf(before.flatMap(position.get()::fault));
            refuseIf(enter(connection, position.get()));
        }
    }

    private synchronized Optional<Position> newest() {
        return newest;
    }

    private static Optional<Position> positionOf(Connection connection) throws SQLException {
        try (var statement = connection.createStatement(); var row = statement.executeQuery(POSITION)) {
            if (!row.next()) {
                return Optional.empty();
            }
            long timeLine = Long.parseLong(row.getString(2).substring(0, TIME_LINE_DIGITS), HEXADECIMAL);
            return Optional.of(new Position(row.getLong(1), timeLine, row.getLong(3)));
        }
    }

    /** Returns the fault if another connection has seen more in the meantime. How much was written since does not matter then. */
    private synchronized Optional<String> enter(Connection connection, Position position) throws SQLException {
        if (newest.isPresent() && (position.cluster != newest.get().cluster || position.timeLine < newest.get().timeLine)) {
            return position.fault(newest.get());
        }
        if (newest.isPresent() && position.timeLine > newest.get().timeLine) {
            LOG.warn("The database has gone on on time line {}, after {}", position.timeLine, newest.get().timeLine);
        }
        newest = newest.filter(known -> !position.isAfter(known)).or(() -> Optional.of(position));
        for (var each : Map.copyOf(timeLines).entrySet()) {
            if (each.getValue() < position.timeLine) {
                each.getKey().abort(Runnable::run);
            }
            if (each.getKey().isClosed()) {
                timeLines.remove(each.getKey());
            }
        }
        timeLines.put(connection, position.timeLine);
        return Optional.empty();
    }

    private void refuseIf(Optional<String> fault) throws SQLException {
        if (fault.isPresent()) {
            warn(fault.get());
            throw new SQLException("the server is behind the database: " + fault.get(), REJECTED);
        }
    }

    private synchronized void warn(String fault) {
        if (System.nanoTime() - nextWarning >= 0) {
            nextWarning = System.nanoTime() + BETWEEN_WARNINGS.toNanos();
            LOG.error("A database server is refused, because payments would be lost in it: {}. Fence it off. If the loss is meant, restart Corridor.",
                    fault);
        }
    }
}
