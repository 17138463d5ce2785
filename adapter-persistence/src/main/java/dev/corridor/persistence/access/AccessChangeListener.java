package dev.corridor.persistence.access;

import dev.corridor.application.Outage;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;

/**
 * Receives the invalidations and passes them to each {@link InvalidatedCache}. Keeps one connection, which must be a session of its own:
 * behind a pooler with transaction pooling nothing is received.
 *
 * <p>Four times a second it runs a probe query. Notifications arrive before the probe's result, so every change before the probe is then
 * known. A lost connection is replaced and the caches are cleared, because notifications may have been missed.
 */
public final class AccessChangeListener implements AutoCloseable {

    private static final Logger LOG = System.getLogger(AccessChangeListener.class.getName());

    private static final int POLL_MILLIS = 250;

    /** A probe that takes longer counts as a lost connection. */
    private static final int ANSWER_MILLIS = 2_000;

    private final DataSource dataSource;
    private final LongSupplier clock;
    private final List<InvalidatedCache> listening;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    private AccessChangeListener(DataSource dataSource, LongSupplier clock, List<InvalidatedCache> listening) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.listening = listening;
        this.thread = Thread.ofPlatform().name("access-listener").daemon().unstarted(this::run);
    }

    public static AccessChangeListener start(DataSource dataSource, InvalidatedCache... listening) {
        return start(dataSource, System::nanoTime, listening);
    }

    /** @param clock in nanoseconds, the same as the caches use */
    static AccessChangeListener start(DataSource dataSource, LongSupplier clock, InvalidatedCache... listening) {
        var listener = new AccessChangeListener(dataSource, clock, List.of(listening));
        listener.thread.start();
        return listener;
    }

    private void run() {
        while (isOpen()) {
            try (var connection = dataSource.getConnection()) {
                listen(connection);
            } catch (SQLException e) {
                LOG.log(Level.WARNING, "No notifications of changed keys until the connection is restored: {0}", e.getMessage());
                pause();
            }
        }
    }

    private void listen(Connection connection) throws SQLException {
        connection.setNetworkTimeout(Runnable::run, ANSWER_MILLIS);
        var notifications = connection.unwrap(PGConnection.class);
        try (var statement = connection.createStatement()) {
            long listeningSince = clock.getAsLong();
            statement.execute("listen " + AccessChangeChannel.NAME);
            listening.forEach(InvalidatedCache::forgetAll);
            heardAllUntil(listeningSince);
            while (isOpen()) {
                hear(notifications.getNotifications(POLL_MILLIS));
                long asked = clock.getAsLong();
                statement.execute("select 1");
                hear(notifications.getNotifications());
                heardAllUntil(asked);
            }
            statement.execute("unlisten *");
        }
    }

    private void hear(PGNotification[] notifications) {
        for (var notification : notifications) {
            listening.forEach(one -> AccessChangeChannel.read(notification.getParameter(), one));
        }
    }

    private void heardAllUntil(long moment) {
        listening.forEach(one -> one.heardAllUntil(moment));
    }

    private boolean isOpen() {
        return closed.getCount() > 0;
    }

    private void pause() {
        try {
            closed.await(Outage.TRIED_AGAIN_AFTER.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            closed.countDown();
        }
    }

    /** Gives the connection back. */
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
