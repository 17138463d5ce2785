package dev.corridor.service.operation;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import java.sql.SQLException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How long the oldest transaction has been open that has written something, whosever it is: events are not shown to anybody while one of their age may still
 * commit, and vacuum waits as well.
 */
public final class DatabaseWatch implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseWatch.class);

    /** The role of the service may not see the sessions of the user that it logs in as. */
    private static final String AS_THE_LOGIN = "set local role none";

    private static final String OLDEST = """
            select coalesce(extract(epoch from max(clock_timestamp() - xact_start)) * 1000, 0)::bigint
            from pg_stat_activity
            where datname = current_database() and backend_xid is not null and pid <> pg_backend_pid()
            """;

    private final DataSource dataSource;
    private final AtomicLong oldestMillis = new AtomicLong();

    public DatabaseWatch(DataSource dataSource, MeterRegistry registry) {
        this.dataSource = dataSource;
        TimeGauge.builder("corridor.database.oldest.writing", oldestMillis::get, TimeUnit.MILLISECONDS)
                .description("How long the oldest transaction is open that has written")
                .register(registry);
    }

    @Override
    public void run() {
        try (var connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.execute(AS_THE_LOGIN);
                try (var row = statement.executeQuery(OLDEST)) {
                    row.next();
                    oldestMillis.set(row.getLong(1));
                }
            } finally {
                connection.rollback();
                connection.setAutoCommit(true);
            }
        } catch (SQLException e) {
            LOG.debug("The oldest transaction is not known", e);
        }
    }
}
