package dev.corridor.service;

import dev.corridor.application.feed.EventFeed;
import dev.corridor.domain.organization.Environment;
import dev.corridor.http.feed.LiveConnections;
import dev.corridor.persistence.books.PostgresBooks;
import dev.corridor.service.database.ServiceDatabase;
import dev.corridor.service.operation.Draining;
import dev.corridor.service.sandbox.SandboxStart;
import dev.corridor.service.sandbox.SandboxStory;
import dev.corridor.service.settings.Settings;
import io.micronaut.context.ApplicationContext;
import io.micronaut.http.server.exceptions.ServerStartupException;
import io.micronaut.runtime.graceful.GracefulShutdownManager;
import io.micronaut.runtime.server.EmbeddedServer;
import java.net.BindException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running server, from the database up. Stops in reverse order, after requests in flight have finished. */
final class RunningService implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RunningService.class);

    private static final Duration GRACE = Duration.ofSeconds(20);

    private final ServiceDatabase database;
    private final ApplicationContext context;
    private final int port;
    private final Optional<SandboxStory> sandbox;

    private RunningService(ServiceDatabase database, ApplicationContext context, int port, Optional<SandboxStory> sandbox) {
        this.database = database;
        this.context = context;
        this.port = port;
        this.sandbox = sandbox;
    }

    static RunningService start(Settings settings) {
        var headStart = HeadStart.begin(settings);
        var database = startDatabase(settings, headStart);
        try {
            return start(settings, headStart, database);
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static ServiceDatabase startDatabase(Settings settings, HeadStart headStart) {
        try {
            return ServiceDatabase.start(settings);
        } catch (RuntimeException e) {
            headStart.giveUp();
            throw e;
        }
    }

    /** @param database closed with the service */
    static RunningService start(Settings settings, HeadStart headStart, ServiceDatabase database) {
        var context = headStart.with(database);
        try {
            return serve(settings, database, context);
        } catch (RuntimeException e) {
            context.close();
            throw e;
        }
    }

    private static RunningService serve(Settings settings, ServiceDatabase database, ApplicationContext context) {
        var sandbox = Optional.of(settings)
                .filter(set -> set.environment() == Environment.SANDBOX)
                .map(set -> context.getBean(SandboxStart.class).prepare());
        context.getBean(PostgresBooks.class).connect();
        return new RunningService(database, context, listen(settings, context), sandbox);
    }

    private static int listen(Settings settings, ApplicationContext context) {
        try {
            return context.getBean(EmbeddedServer.class).start().getPort();
        } catch (ServerStartupException e) {
            if (e.getCause() instanceof BindException taken) {
                throw new CannotListenException(settings.listening(), taken);
            }
            throw e;
        }
    }

    /** Printed to standard output; the last line reports readiness. */
    String welcome() {
        var url = context.getBean(Settings.class).listening().url(port);
        return sandbox.map(story -> story.story(url)).orElse("") + "corridor ready on " + url + "\n";
    }

    int port() {
        return port;
    }

    /** The sandbox's credentials, if this is one. */
    Optional<SandboxStory> sandbox() {
        return sandbox;
    }

    @Override
    public void close() {
        drain();
        context.close();
        database.close();
    }

    /**
     * Sends pending events to WebSocket clients, then closes them with a request to reconnect. Runs before the server stops, which would
     * cut them off. Clients get the events of requests still in flight after they reconnect.
     */
    private void sayGoodbye() {
        context.getBean(EventFeed.class).close();
        context.getBean(LiveConnections.class).close();
    }

    /** Drains: waits for load balancers to notice, then refuses new requests and lets those in flight finish. */
    private void drain() {
        try {
            context.getBean(Draining.class).begin();
            Thread.sleep(context.getBean(Settings.class).draining());
            sayGoodbye();
            context.getBean(GracefulShutdownManager.class)
                    .shutdownGracefully()
                    .toCompletableFuture()
                    .get(GRACE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            LOG.warn("Some requests have not finished within {} seconds and are cut off", GRACE.toSeconds());
        } catch (ExecutionException e) {
            LOG.error("Could not wait for the requests in flight", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
