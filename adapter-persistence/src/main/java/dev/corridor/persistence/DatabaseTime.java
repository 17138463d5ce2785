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
 * The clock of the database, and how far the past is final by it.
 *
 * <p>A batch locks what it acts on, which gives its transaction a number, and then reads the clock ({@link #NOW}). So a batch that is numbered after
 * some moment has a later time, and one that is numbered before has ended as soon as no number that was handed out by then is still in use: all
 * that is committed before the moment can then be seen, and nothing that comes to light later is older.
 */
public final class DatabaseTime {

    /** The time in a transaction that has its number. */
    public static final String NOW = "select clock_timestamp() as time";

    /**
     * When the transaction of the statement began, which was before its snapshot; the least number that is in use; and the next to be handed out, from
     * which {@code age} counts. The snapshot's own end says less: it is behind the last transaction that has ended.
     */
    private static final String LOOK =
            """
            select now() as time, oldest::text::bigint as oldest_in_use, oldest::text::bigint + age(oldest::xid) as next
            from (select pg_snapshot_xmin(pg_current_snapshot()) as oldest) as snapshot
            """;

    /** A batch takes milliseconds. What takes much longer is a transaction from elsewhere, or a server in trouble. */
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
     * The present time, when all that is older is final. Waits for the batches that are on their way, and for no other.
     *
     * @param handle outside any transaction
     * @throws BusinessException {@code service_unavailable}, if that takes too long
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
