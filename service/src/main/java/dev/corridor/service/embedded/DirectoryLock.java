package dev.corridor.service.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gives one process exclusive use of a data directory. The operating system releases the lock when the process ends, and child processes do
 * not inherit it. So a PostgreSQL on an unlocked directory is an orphan.
 */
final class DirectoryLock implements AutoCloseable {

    static final String FILE_NAME = "corridor.lock";

    /**
     * A process loses its lock when it closes any channel on the file, even one of a failed attempt. So directories locked by this process
     * are recorded here, and their files not touched.
     */
    private static final Set<Path> HELD_BY_THIS_PROCESS = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;

    private DirectoryLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    /** Empty if the directory is locked, by this process or another. */
    static Optional<DirectoryLock> tryAcquire(Path directory) throws IOException {
        var realDirectory = directory.toRealPath();
        if (!HELD_BY_THIS_PROCESS.add(realDirectory)) {
            return Optional.empty();
        }
        var lock = Optional.<DirectoryLock>empty();
        try {
            lock = lockFile(realDirectory);
            return lock;
        } finally {
            if (lock.isEmpty()) {
                HELD_BY_THIS_PROCESS.remove(realDirectory);
            }
        }
    }

    private static Optional<DirectoryLock> lockFile(Path directory) throws IOException {
        var channel = FileChannel.open(directory.resolve(FILE_NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (channel.tryLock() == null) {
            channel.close();
            return Optional.empty();
        }
        return Optional.of(new DirectoryLock(directory, channel));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            HELD_BY_THIS_PROCESS.remove(directory);
        }
    }
}
