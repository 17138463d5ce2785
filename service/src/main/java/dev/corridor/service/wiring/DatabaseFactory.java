package dev.corridor.service.wiring;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.corridor.persistence.Migrations;
import dev.corridor.service.operation.DatabaseWatch;
import dev.corridor.service.operation.Upkeep;
import dev.corridor.service.settings.DatabaseAddress;
import dev.corridor.service.settings.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;

/** Connection pools. */
@Factory
public final class DatabaseFactory {

    /** After this, the client gets {@code service_unavailable}. */
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(3);

    /** No statement takes this long; a database that is silent for longer is lost. */
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(30);

    /** Limits on the server's side, so that the locks of a dead node end soon. */
    private static final String TIME_LIMITS = "-c statement_timeout=20s -c lock_timeout=10s -c idle_in_transaction_session_timeout=20s";

    /** The pool for authentication and health. Separate, so that load on one account does not block authentication. */
    public static final String ACCESS = "access";

    private static final Duration WATCHED_EVERY = Duration.ofSeconds(5);

    /** One of them listens for notifications permanently. */
    private static final int ACCESS_POOL_SIZE = 5;

    @Singleton
    @Primary
    @Bean(preDestroy = "close")
    HikariDataSource dataSource(DatabaseAddress address, Settings settings, MeterRegistry meters) {
        return pool("corridor", settings.databasePoolSize(), address, meters);
    }

    @Singleton
    @Named(ACCESS)
    @Bean(preDestroy = "close")
    HikariDataSource accessDataSource(DatabaseAddress address, MeterRegistry meters) {
        return pool("corridor-access", ACCESS_POOL_SIZE, address, meters);
    }

    @Singleton
    Upkeep oldestTransaction(@Named(ACCESS) HikariDataSource dataSource, MeterRegistry meters) {
        return Upkeep.every(WATCHED_EVERY, "look for the oldest transaction", new DatabaseWatch(dataSource, meters));
    }

    private static HikariDataSource pool(String name, int size, DatabaseAddress address, MeterRegistry meters) {
        var config = new HikariConfig();
        config.setPoolName(name);
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(size);
        config.setConnectionTimeout(CONNECTION_TIMEOUT.toMillis());
        config.setConnectionInitSql(Migrations.TAKE_ON_SERVICE_ROLE);
        config.addDataSourceProperty("ApplicationName", "corridor");
        config.addDataSourceProperty("connectTimeout", CONNECTION_TIMEOUT.toSeconds());
        config.addDataSourceProperty("socketTimeout", SOCKET_TIMEOUT.toSeconds());
        config.addDataSourceProperty("tcpKeepAlive", true);
        config.addDataSourceProperty("options", TIME_LIMITS);
        // PostgreSQL's error details contain whole rows, with personal data.
        config.addDataSourceProperty("logServerErrorDetail", false);
        config.setExceptionOverrideClassName(EvictionRule.class.getName());
        config.setMetricRegistry(meters);
        return new HikariDataSource(config);
    }
}
