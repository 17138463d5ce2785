package dev.corridor.persistence;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ServiceUnavailable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * The database's clock, and the time up to which the past is final.
 *
 * <p>A batch first locks its accounts, which assigns its transaction id, and then reads the clock ({@link #NOW}). So a batch whose id is
 * assigned after a moment has a later time. Once every id assigned before that moment has ended, all that was committed before it is
 * visible, and nothing older can appear.
 */
public final class DatabaseTime {

    /** The time of a batch; read after its transaction id is assigned. Never within a closed month, however far the clock was set back. */
    public static final String NOW = "select greatest(clock_timestamp(), (select max(ends_at) from closed_until)) as time";

    /**
     * The start of the statement's transaction, which precedes its snapshot; the lowest transaction id in use; and the next id to be
     * assigned, from which {@code age} counts. The snapshot's own upper bound is less: it follows the last transaction that has ended.
     */
    private static final String LOOK = """
            select now() as time, oldest::text::bigint as oldest_in_use, oldest::text::bigint + age(oldest::xid) as next
            from (select pg_snapshot_xmin(pg_current_snapshot()) as oldest) as snapshot
            """;

    /** A batch takes milliseconds. Longer waits are caused by foreign transactions or a server in trouble. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final Duration PAUSE = Duration.ofMillis(1);

    private record Look(Instant time, long oldestInUse, long next) {

        static Look at(Handle handle) {
            return handle.createQuery(LOOK).map(Look::of).one();
        }

        private static Look of(ResultSet row, StatementContext context) throws SQLException {
            return new Look(ColumnTypes.instant(row, "time"), row.getLong("oldest_in_use"), row.getLong("next"));
        }
    }

    private DatabaseTime() {}

    /**
     * Returns the current time as soon as everything older is final. Waits only for transactions that are already running.
     *
     * @param handle outside any transaction
     * @throws BusinessException {@code service_unavailable} after five seconds
     */
    public static Instant settled(Handle handle) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        var first = Look.at(handle);
        for (var last = first; last.oldestInUse < first.next; last = Look.at(handle)) {
            if (System.nanoTime() > deadline) {
                throw new BusinessException(new ServiceUnavailable());
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return first.time;
    }
}
