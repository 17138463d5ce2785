package dev.corridor.persistence.maintenance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.maintenance.port.Maintenance;
import dev.corridor.application.maintenance.port.MaintenanceNotices;
import dev.corridor.persistence.access.AccessChangeListener;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.testing.MaintenanceNoticesContract;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PostgresMaintenanceNoticesTest extends MaintenanceNoticesContract {

    private static final Maintenance A_MINUTE = Maintenance.of(Duration.ofMinutes(1));

    private static TestDatabase database;

    @BeforeAll
    static void start() {
        database = TestDatabase.create();
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @Override
    protected MaintenanceNotices fresh() {
        var notices = new PostgresMaintenanceNotices(database.superuser());
        notices.post(Maintenance.NONE, switched());
        return notices;
    }

    @Test
    void every_node_hears_of_it() throws InterruptedException {
        var operator = fresh();
        var heard = new LinkedBlockingQueue<Maintenance>();
        try (var listener = listening(heard)) {
            assertThat(listener).isNotNull();
            awaitWord(heard, Maintenance.NONE);

            operator.post(A_MINUTE, switched());
            awaitWord(heard, A_MINUTE);

            operator.post(Maintenance.NONE, switched());
            awaitWord(heard, Maintenance.NONE);
        }
    }

    /** A notice posted while disconnected is read after the reconnect. */
    @Test
    void a_node_that_has_lost_its_connection_still_learns_of_it() throws InterruptedException {
        var operator = fresh();
        var heard = new LinkedBlockingQueue<Maintenance>();
        try (var listener = listening(heard)) {
            assertThat(listener).isNotNull();
            awaitWord(heard, Maintenance.NONE);
            Jdbi.create(database.superuser()).useHandle(handle -> handle.execute(
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()"));

            operator.post(A_MINUTE, switched());

            awaitWord(heard, A_MINUTE);
        }
        operator.post(Maintenance.NONE, switched());
    }

    private static AccessChangeListener listening(BlockingQueue<Maintenance> heard) {
        return AccessChangeListener.start(
                database.dataSource(), new MaintenanceReader(new PostgresMaintenanceNotices(database.dataSource()), heard::add));
    }

    /** Known notices may be repeated. */
    private static void awaitWord(BlockingQueue<Maintenance> heard, Maintenance expected) throws InterruptedException {
        Maintenance word;
        do {
            word = heard.poll(20, TimeUnit.SECONDS);
            assertThat(word).as("another word until it is " + expected).isNotNull();
        } while (!word.equals(expected));
    }
}
