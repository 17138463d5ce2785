package dev.corridor.service.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * PostgreSQL's programs, unpacked once for all data directories of tests. Unpacking takes more than half of the processor's time with which a service
 * starts in a new one; {@link EmbeddedDatabaseTest} and the distribution do unpack them.
 */
public final class SharedPrograms {

    private static final Path DIRECTORY = Path.of("target", "postgresql");

    private SharedPrograms() {}

    /** Starts the database of a data directory. */
    public static EmbeddedDatabase start(Path dataDirectory) throws IOException {
        putInto(dataDirectory);
        return EmbeddedDatabase.start(dataDirectory);
    }

    /** Where the data directory has none of its own. */
    public static void putInto(Path dataDirectory) throws IOException {
        var programs = unpacked();
        var own = Files.createDirectories(dataDirectory, FileTree.OWNER_ONLY).resolve(programs.getFileName());
        if (Files.notExists(own)) {
            try (var paths = Files.walk(programs)) {
                for (var path : paths.toList()) {
                    put(path, own.resolve(programs.relativize(path).toString()));
                }
            }
        }
    }

    /** A file is copied only to another disk. */
    private static void put(Path shared, Path own) throws IOException {
        if (Files.isRegularFile(shared, LinkOption.NOFOLLOW_LINKS)) {
            try {
                Files.createLink(own, shared);
                return;
            } catch (FileSystemException e) {
                // It is on another disk.
            }
        }
        Files.copy(shared, own, LinkOption.NOFOLLOW_LINKS, StandardCopyOption.COPY_ATTRIBUTES);
    }

    /** Two processes share the tests. */
    private static synchronized Path unpacked() throws IOException {
        Files.createDirectories(DIRECTORY);
        try (var file = FileChannel.open(DIRECTORY.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE); var lock = file.lock()) {
            return PostgresPrograms.unpackBelow(DIRECTORY).directory();
        }
    }
}
