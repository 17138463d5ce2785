package dev.corridor.service.wiring;

import com.zaxxer.hikari.HikariDataSource;
import dev.corridor.persistence.Migrations;
import dev.corridor.service.database.AwaitedAddress;
import dev.corridor.service.database.DatabaseConnections;
import dev.corridor.service.database.HistoryGuard;
import dev.corridor.service.database.Pulse;
import dev.corridor.service.operation.DatabaseWatch;
import dev.corridor.service.operation.KeepingFigures;
import dev.corridor.service.operation.Upkeep;
import dev.corridor.service.settings.DatabaseAddress;
import dev.corridor.service.settings.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Named;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Properties;
import javax.sql.DataSource;
import org.postgresql.PGProperty;

/** Connection pools. */
@Factory
public final class DatabaseFactory {

    /** After this, the client gets {@code service_unavailable}. */
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(3);

    /** No statement takes this long. A server that answers nobody is given up by the {@link Pulse}, much sooner. */
    private static final Duration SILENCE = Duration.ofSeconds(30);

    /** Limits on the server's side, so that the locks of a dead node end soon. */
    private static final String TIME_LIMITS = "-c statement_timeout=20s -c lock_timeout=10s -c idle_in_transaction_session_timeout=20s";

    /** The pool for authentication and health. Separate, so that load on one account does not block authentication. */
    public static final String ACCESS = "access";

    private static final Duration WATCHED_EVERY = Duration.ofSeconds(5);

    /** One of them listens for notifications permanently. */
    private static final int ACCESS_POOL_SIZE = 5;

    /** What a node takes beside the pool whose size is set: one more asks whether the server is there. */
    public static final int CONNECTIONS_BESIDE = ACCESS_POOL_SIZE + 1;

    @Singleton
    @Requires(beans = AwaitedAddress.class)
    DatabaseAddress address(AwaitedAddress awaited) {
        return awaited.get();
    }

    @Singleton
    @Primary
    @Bean(preDestroy = "close")
    HikariDataSource dataSource(DatabaseConnections connections, Settings settings, MeterRegistry meters) {
        return pool("corridor", settings.databasePoolSize(), connections, meters);
    }

    @Singleton
    @Named(ACCESS)
    @Bean(preDestroy = "close")
    HikariDataSource accessDataSource(DatabaseConnections connections, MeterRegistry meters) {
        return pool("corridor-access", ACCESS_POOL_SIZE, connections, meters);
    }

    /** Not the data source of anybody but the pools. */
    @Singleton
    @Bean(typed = DatabaseConnections.class)
    DatabaseConnections connections(Provider<DatabaseAddress> address, HistoryGuard guard, Pulse pulse) {
        return new DatabaseConnections(address::get, SILENCE, properties(), guard.and(pulse)).untilItIsThere();
    }

    @Singleton
    HistoryGuard historyGuard() {
        return new HistoryGuard();
    }

    @Singleton
    @Bean(preDestroy = "close")
    Pulse pulse(Provider<DatabaseAddress> address, HistoryGuard guard) {
        return new Pulse(address::get, guard);
    }

    @Singleton
    Upkeep oldestTransaction(@Named(ACCESS) HikariDataSource dataSource, MeterRegistry meters) {
        return Upkeep.every(WATCHED_EVERY, "look for the oldest transaction", new DatabaseWatch(dataSource, meters));
    }

    @Singleton
    Upkeep keepingFigures(DataSource dataSource, Settings settings, MeterRegistry meters) {
        return Upkeep.every(Duration.ofMinutes(1), "looking at what is kept", new KeepingFigures(dataSource, settings.feed().retention(), meters));
    }

    /** It connects when it is first asked for a connection. */
    private static HikariDataSource pool(String name, int size, DatabaseConnections connections, MeterRegistry meters) {
        var pool = new HikariDataSource();
        pool.setPoolName(name);
        pool.setDataSource(connections);
        pool.setMaximumPoolSize(size);
        pool.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis());
        pool.setConnectionInitSql(Migrations.TAKE_ON_SERVICE_ROLE);
        pool.setExceptionOverrideClassName(EvictionRule.class.getName());
        pool.setMetricRegistry(meters);
        return pool;
    }

    private static Properties properties() {
        var properties = new Properties();
        PGProperty.APPLICATION_NAME.set(properties, "corridor");
        PGProperty.OPTIONS.set(properties, TIME_LIMITS);
        // PostgreSQL's error details contain whole rows, with personal data.
        PGProperty.LOG_SERVER_ERROR_DETAIL.set(properties, false);
        return properties;
    }
}
