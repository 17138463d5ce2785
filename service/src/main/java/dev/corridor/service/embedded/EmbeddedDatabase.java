package dev.corridor.service.embedded;

import dev.corridor.service.settings.DatabaseAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * A PostgreSQL that lives with the service: started on a data directory, stopped when closed. What was committed survives a stop, a killed
 * service and a power cut.
 *
 * <p>It listens on the loopback interface, on a free port, and opens no socket file. Other users of the machine can reach that port too, so
 * logging in takes a password: it is generated with the database, and kept in a file that only its owner may read.
 */
public final class EmbeddedDatabase implements AutoCloseable {

    /** How long to wait for a service that starts or stops at this moment. */
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
     * Starts the database of a data directory, and creates both where there are none. A PostgreSQL that a killed service left running there
     * is stopped first.
     *
     * @throws EmbeddedDatabaseException when another Corridor uses the directory, or PostgreSQL does not start
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
     * For tools that look at a database whether its service runs or not. Where one runs, its PostgreSQL is joined, and closing leaves it
     * running; else this starts it as {@link #start} does.
     *
     * @throws EmbeddedDatabaseException when there is no database in the directory, or PostgreSQL does not start
     */
    public static EmbeddedDatabase attach(Path dataDirectory) {
        var directory = dataDirectory.toAbsolutePath().normalize();
        if (!new Cluster(directory).exists()) {
            throw new EmbeddedDatabaseException("there is no database in " + directory);
        }
        return open(dataDirectory);
    }

    /**
     * For tools that write: as {@link #attach}, but a database is created where there is none.
     *
     * @throws EmbeddedDatabaseException when PostgreSQL does not start
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
            var database = new EmbeddedDatabase(cluster.start(programs), () -> {
                try (lock) {
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
        Files.createDirectories(directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
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
