package dev.corridor.service.wiring;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.corridor.persistence.Migrations;
import dev.corridor.service.settings.DatabaseAddress;
import dev.corridor.service.settings.Settings;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;

/** The ways to the database. */
@Factory
public final class DatabaseFactory {

    /** A client waits no longer than this for a connection, and then learns that it must try again. */
    private static final Duration CONNECTION_TIMEOUT = Duration.ofSeconds(3);

    /** No statement of the service takes as long; a database that is silent for longer is gone. */
    private static final Duration SOCKET_TIMEOUT = Duration.ofSeconds(30);

    /** The database gives up by itself, so that the locks of a node that has died do not outlive it for long. */
    private static final String TIME_LIMITS = "-c statement_timeout=20s -c lock_timeout=10s -c idle_in_transaction_session_timeout=20s";

    /** For keys and health. Apart from the rest, so that a crowd on one account does not keep everybody else from being let in. */
    public static final String ACCESS = "access";

    /** One of them listens for changes, and is never given back. */
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
        // PostgreSQL's detail of an error shows whole rows, people's names included.
        config.addDataSourceProperty("logServerErrorDetail", false);
        config.setExceptionOverrideClassName(KeepOnRefusal.class.getName());
        config.setMetricRegistry(meters);
        return new HikariDataSource(config);
    }
}
