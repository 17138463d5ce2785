package dev.corridor.service.embedded;

import dev.corridor.service.settings.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A PostgreSQL that runs with the service, on a data directory. Commits survive a stop, a killed service and a power failure.
 *
 * <p>It listens on a free port of the loopback interface and opens no socket file. Other local users can reach that port, so logins need a
 * generated password, stored in a file that only its owner can read. If it ends by itself, it is started again.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    /** How long to wait for a service that is starting or stopping. */
    private static final Duration ATTACH_LIMIT = Duration.ofSeconds(30);

    private static final long PAUSE_BETWEEN_ATTEMPTS_MILLIS = 100;

    private final DatabaseAddress address;
    private final Stop stop;
    private final AtomicBoolean closed = new AtomicBoolean();

    private interface Stop {
        void run() throws IOException;
    }

    private EmbeddedDatabase(DatabaseAddress address, Stop stop) {
        this.address = address;
        this.stop = stop;
    }

    /**
     * Starts the database of a data directory, and creates both if missing. First stops the orphan of a killed service.
     *
     * @throws EmbeddedDatabaseException if another Corridor uses the directory, or PostgreSQL does not start
     */
    public static EmbeddedDatabase start(Path dataDirectory) {
        var directory = dataDirectory.toAbsolutePath().normalize();
        try {
            createDirectory(directory);
            var lock = DirectoryLock.tryAcquire(directory).orElseThrow(() -> inUse(directory));
            return start(directory, lock);
        } catch (IOException e) {
            throw unusable(directory, e);
        }
    }

    /**
     * For tools that read, whether the service runs or not. Joins a running PostgreSQL and leaves it running on close; otherwise starts it
     * like {@link #start}.
     *
     * @throws EmbeddedDatabaseException if the directory has no database, or PostgreSQL does not start
     */
    public static EmbeddedDatabase attach(Path dataDirectory) {
        var directory = dataDirectory.toAbsolutePath().normalize();
        if (!new Cluster(directory).exists()) {
            throw new EmbeddedDatabaseException("there is no database in " + directory);
        }
        return open(dataDirectory);
    }

    /**
     * For tools that write: like {@link #attach}, but creates a missing database.
     *
     * @throws EmbeddedDatabaseException if PostgreSQL does not start
     */
    public static EmbeddedDatabase open(Path dataDirectory) {
        var directory = dataDirectory.toAbsolutePath().normalize();
        var cluster = new Cluster(directory);
        try {
            createDirectory(directory);
            long startNanos = System.nanoTime();
            while (System.nanoTime() - startNanos < ATTACH_LIMIT.toNanos()) {
                var lock = DirectoryLock.tryAcquire(directory);
                if (lock.isPresent()) {
                    return start(directory, lock.get());
                }
                var running = cluster.findRunning();
                if (running.isPresent()) {
                    return new EmbeddedDatabase(running.get(), () -> {});
                }
                pause();
            }
            throw inUse(directory);
        } catch (IOException e) {
            throw unusable(directory, e);
        }
    }

    /**
     * Copies the database, whether the service runs or not, and the keys beside it. The copy is what was committed when it ends.
     *
     * @param backup a directory that is not there yet
     * @throws EmbeddedDatabaseException if it is there, there is no database, or it cannot be copied
     */
    public static void backUp(Path dataDirectory, Path backup) {
        var directory = dataDirectory.toAbsolutePath().normalize();
        var target = backup.toAbsolutePath().normalize();
        if (Files.exists(target)) {
            throw new EmbeddedDatabaseException(target + " is there already: name a directory that is not");
        }
        try (var database = attach(directory)) {
            new Cluster(directory).backUp(database.address(), target);
        } catch (IOException e) {
            throw new EmbeddedDatabaseException("there is no backup in " + target + ": " + e, e);
        }
    }

    /**
     * Makes a data directory of a backup.
     *
     * @throws EmbeddedDatabaseException if the data directory has a database, the other is no backup, or it cannot be copied
     */
    public static void restore(Path backup, Path dataDirectory) {
        var directory = dataDirectory.toAbsolutePath().normalize();
        if (!Files.exists(backup.resolve("postgres").resolve("backup_label"))) {
            throw new EmbeddedDatabaseException(backup + " is no backup of Corridor");
        }
        try {
            createDirectory(directory);
            try (var lock = DirectoryLock.tryAcquire(directory).orElseThrow(() -> inUse(directory))) {
                var cluster = new Cluster(directory);
                if (cluster.exists()) {
                    throw new EmbeddedDatabaseException(
                            "there is a database in " + directory + " already: move it away, or name another directory by CORRIDOR_DATA_DIR");
                }
                cluster.restore(backup);
            }
        } catch (IOException e) {
            throw unusable(directory, e);
        }
    }

    public DatabaseAddress address() {
        return address;
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                stop.run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static EmbeddedDatabase start(Path directory, DirectoryLock lock) throws IOException {
        boolean started = false;
        try {
            var programs = PostgresPrograms.unpackBelow(directory);
            var cluster = new Cluster(directory);
            if (cluster.exists()) {
                cluster.clearOrphan(programs);
            } else {
                cluster.create(programs);
            }
            var address = cluster.start(programs);
            var guardian = new Guardian(cluster, programs, address);
            var database = new EmbeddedDatabase(address, () -> {
                try (lock) {
                    guardian.close();
                    cluster.stop(programs);
                }
            });
            started = true;
            return database;
        } finally {
            if (!started) {
                lock.close();
            }
        }
    }

    private static void createDirectory(Path directory) throws IOException {
        Files.createDirectories(directory, FileTree.OWNER_ONLY);
    }

    private static EmbeddedDatabaseException inUse(Path directory) {
        return new EmbeddedDatabaseException(
                "another Corridor uses the data directory " + directory + ": stop it, or give this one its own by CORRIDOR_DATA_DIR");
    }

    private static EmbeddedDatabaseException unusable(Path directory, IOException cause) {
        return new EmbeddedDatabaseException("the data directory " + directory + " cannot be used: " + cause, cause);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_BETWEEN_ATTEMPTS_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedDatabaseException("interrupted while waiting for PostgreSQL", e);
        }
    }
}
