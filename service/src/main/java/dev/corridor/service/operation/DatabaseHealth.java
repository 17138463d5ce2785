package dev.corridor.service.operation;

import dev.corridor.persistence.books.PostgresBooks;
import dev.corridor.service.wiring.DatabaseFactory;
import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import javax.sql.DataSource;
import org.reactivestreams.Publisher;

/**
 * Without a database that takes writes the service is not ready. A commit of nothing but a message in the write-ahead log shows it: that needs no table, and
 * fails on a standby, and where the log's disk is full. Where tables have no room left the lanes know.
 */
@Singleton
@Readiness
final class DatabaseHealth implements HealthIndicator {

    private static final String NAME = "database";
    private static final String REASON = "reason";
    private static final String WRITE = "select pg_logical_emit_message(true, 'corridor', 'ready'), current_setting('transaction_read_only')";
    private static final String ON = "on";
    private static final int TIMEOUT_SECONDS = 2;

    /** The database is asked no more often, however often the service is. */
    private static final Duration FRESH = Duration.ofSeconds(1);

    /** For so long a refused write speaks against the database. Then somebody has to try again, and nobody would without readiness. */
    private static final Duration AFTER_A_REFUSAL = Duration.ofSeconds(10);

    private final DataSource dataSource;
    private final PostgresBooks books;
    private final ExecutorService blocking;
    private volatile Checked last = new Checked(System.nanoTime() - FRESH.toNanos(), CompletableFuture.completedFuture(""));

    /** @param problem empty if there is none */
    private record Checked(long since, CompletableFuture<String> problem) {}

    DatabaseHealth(
            @Named(DatabaseFactory.ACCESS) DataSource dataSource,
            PostgresBooks books,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.dataSource = dataSource;
        this.books = books;
        this.blocking = blocking;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.fromCompletableFuture(() -> checked().thenApply(this::result));
    }

    private synchronized CompletableFuture<String> checked() {
        if (System.nanoTime() - last.since >= FRESH.toNanos()) {
            last = new Checked(System.nanoTime(), CompletableFuture.supplyAsync(this::check, blocking));
        }
        return last.problem;
    }

    private HealthResult result(String problem) {
        var found = problem.isEmpty() && books.writability().wasRefusedWithin(AFTER_A_REFUSAL) ? "it has refused a write" : problem;
        return found.isEmpty()
                ? HealthResult.builder(NAME, HealthStatus.UP).build()
                : HealthResult.builder(NAME, HealthStatus.DOWN).details(Map.of(REASON, found)).build();
    }

    private String check() {
        try (var connection = dataSource.getConnection(); var statement = connection.createStatement()) {
            statement.setQueryTimeout(TIMEOUT_SECONDS);
            try (var row = statement.executeQuery(WRITE)) {
                row.next();
                return ON.equals(row.getString(2)) ? "its sessions are read-only" : "";
            }
        } catch (SQLException e) {
            return e.getSQLState() == null ? "it gives no connection" : "it does not take writes (" + e.getSQLState() + ")";
        }
    }
}
