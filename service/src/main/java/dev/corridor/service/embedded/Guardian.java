package dev.corridor.service.embedded;

import dev.corridor.service.settings.DatabaseAddress;
import java.io.IOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts a PostgreSQL again that has ended although its service runs: at the same address, so that connection pools find it. It gives up after a number of
 * attempts, with pauses that double: what ends again and again needs a person.
 */
final class Guardian implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Guardian.class);

    private static final Duration GLANCE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
    private static final int ATTEMPTS = 12;

    /** After this time without an end, an attempt counts as a success. */
    private static final Duration STABLE = Duration.ofMinutes(1);

    private final Cluster cluster;
    private final PostgresPrograms programs;
    private final DatabaseAddress address;
    private final Thread thread;
    private volatile boolean isOver;

    Guardian(Cluster cluster, PostgresPrograms programs, DatabaseAddress address) {
        this.cluster = cluster;
        this.programs = programs;
        this.address = address;
        this.thread = Thread.ofPlatform().name("guardian of PostgreSQL").daemon().start(this::watch);
    }

    private void watch() {
        int attempts = 0;
        long last = System.nanoTime();
        while (!isOver && attempts < ATTEMPTS) {
            try {
                if (cluster.isRunning()) {
                    Thread.sleep(GLANCE);
                } else if (!isOver) {
                    attempts = System.nanoTime() - last > STABLE.toNanos() ? 1 : attempts + 1;
                    last = System.nanoTime();
                    restart(attempts);
                }
            } catch (IOException e) {
                LOG.warn("Whether PostgreSQL runs cannot be seen", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
        if (!isOver) {
            LOG.error("PostgreSQL does not stay up, and is not started again: look into its log, and start the service anew");
        }
    }

    private void restart(int attempt) throws InterruptedException {
        LOG.error("PostgreSQL has ended, and is started again (attempt {} of {})", attempt, ATTEMPTS);
        try {
            cluster.restart(programs, address);
            LOG.warn("PostgreSQL runs again");
        } catch (IOException | EmbeddedDatabaseException e) {
            LOG.error("PostgreSQL could not be started again", e);
            var pause = GLANCE.multipliedBy(1L << attempt);
            Thread.sleep(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
        }
    }

    /** Before the server is stopped. */
    @Override
    public void close() {
        isOver = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
