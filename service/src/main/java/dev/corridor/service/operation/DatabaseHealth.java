package dev.corridor.service.operation;

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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import javax.sql.DataSource;
import org.reactivestreams.Publisher;

/** Without a responding database the service is not ready. */
@Singleton
@Readiness
final class DatabaseHealth implements HealthIndicator {

    private static final String NAME = "database";
    private static final int TIMEOUT_SECONDS = 2;

    private final DataSource dataSource;
    private final ExecutorService blocking;

    DatabaseHealth(@Named(DatabaseFactory.ACCESS) DataSource dataSource, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.dataSource = dataSource;
        this.blocking = blocking;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Publishers.fromCompletableFuture(() -> CompletableFuture.supplyAsync(this::check, blocking));
    }

    private HealthResult check() {
        return HealthResult.builder(NAME, answers() ? HealthStatus.UP : HealthStatus.DOWN).build();
    }

    private boolean answers() {
        try (var connection = dataSource.getConnection()) {
            return connection.isValid(TIMEOUT_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }
}
