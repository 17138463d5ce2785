package dev.corridor.service.api;

import dev.corridor.persistence.BooksTime;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.service.settings.DatabaseAddress;
import dev.corridor.service.settings.Settings;
import dev.corridor.testing.SettableClock;
import io.micronaut.context.ApplicationContext;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.env.Environment;
import io.micronaut.runtime.server.EmbeddedServer;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;

/** Another instance of the service on the same database, with the same settings and clock. Created on demand; must be closed before the database. */
@Singleton
@Requires(env = Environment.TEST)
final class OtherNode implements AutoCloseable {

    private final ApplicationContext context;
    private final EmbeddedServer server;

    OtherNode(Settings settings, TestDatabase database, SettableClock clock) {
        this.context = ApplicationContext.builder()
                .banner(false)
                .deduceEnvironment(false)
                .environmentPropertySource(false)
                .properties(Map.of("micronaut.server.port", -1))
                .build();
        context.registerSingleton(Settings.class, settings);
        context.registerSingleton(DatabaseAddress.class, DatabaseAddress.parse(database.jdbcUrl()));
        context.registerSingleton(SettableClock.class, clock);
        this.server = context.start().getBean(EmbeddedServer.class).start();
    }

    /** The same client on this node. */
    ApiClient api(ApiClient client) {
        return client.at(server.getURI());
    }

    @Override
    public void close() {
        context.close();
    }

    /** For this context only, not for tests. */
    @Factory
    @Requires(notEnv = Environment.TEST, beans = SettableClock.class)
    static final class Time {

        @Singleton
        @Primary
        @Replaces(InstantSource.class)
        InstantSource clock(SettableClock clock) {
            return clock;
        }

        @Singleton
        @Replaces(BooksTime.class)
        BooksTime booksTime(SettableClock clock) {
            return ServiceUnderTest.standingStill(clock);
        }
    }
}
