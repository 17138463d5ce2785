package dev.corridor.service.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * PostgreSQL's programs, unpacked once for all data directories of tests. Unpacking takes more than half of the processor's time with which a service
 * starts in a new one; {@link EmbeddedDatabaseTest} and the distribution do unpack them.
 */
public final class SharedPrograms {

    private static final Path DIRECTORY = Path.of("target", "postgresql").toAbsolutePath();

    private SharedPrograms() {}

    /** Starts the database of a data directory. */
    public static EmbeddedDatabase start(Path dataDirectory) throws IOException {
        linkInto(dataDirectory);
        return EmbeddedDatabase.start(dataDirectory);
    }

    /** Where the data directory has none of its own. */
    public static void linkInto(Path dataDirectory) throws IOException {
        var programs = unpacked();
        var link = Files.createDirectories(dataDirectory, FileTree.OWNER_ONLY).resolve(programs.getFileName());
        if (Files.notExists(link, LinkOption.NOFOLLOW_LINKS)) {
            Files.createSymbolicLink(link, programs);
        }
    }

    /** Two processes share the tests. */
    private static synchronized Path unpacked() throws IOException {
        Files.createDirectories(DIRECTORY);
        try (var file = FileChannel.open(DIRECTORY.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE); var lock = file.lock()) {
            return PostgresPrograms.unpackBelow(DIRECTORY).directory();
        }
    }
}
