package dev.corridor.service.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked once below the data directory. They come from the archives of io.zonky.test.postgres. That project's
 * launcher is for tests (no {@code fsync}, no password, programs in a world-writable directory), so it is not used.
 */
final class PostgresPrograms {

    private static final Logger LOG = LoggerFactory.getLogger(PostgresPrograms.class);

    private final Path directory;

    private PostgresPrograms(Path directory) {
        this.directory = directory;
    }

    /** The caller holds the directory's lock, because concurrent unpacking would overwrite files. */
    static PostgresPrograms unpackBelow(Path dataDirectory) throws IOException {
        var archive = archiveForThisMachine();
        var connection = (JarURLConnection) archive.openConnection();
        // Each release has its own directory by checksum: an orphan may still run from the old one.
        var checksum = HexFormat.of().toHexDigits((int) connection.getJarEntry().getCrc());
        var directory = dataDirectory.resolve("postgresql-" + checksum);
        if (Files.notExists(directory)) {
            LOG.info("Unpacking PostgreSQL into {}", directory);
            var partial = dataDirectory.resolve("postgresql.partial");
            FileTree.delete(partial);
            Files.createDirectory(partial);
            unpack(archive, partial, isOnThePath("xz"));
            Files.move(partial, directory, StandardCopyOption.ATOMIC_MOVE);
        }
        return new PostgresPrograms(directory);
    }

    Path directory() {
        return directory;
    }

    /** Waits for the program; if it fails, throws its output. */
    void run(String program, List<String> arguments) throws IOException {
        var command = new ArrayList<String>();
        if (isRoot()) {
            // PostgreSQL refuses to run as root. In a user namespace it runs as nobody, yet owns its files.
            command.addAll(List.of("unshare", "--user"));
        }
        command.add(directory.resolve("bin").resolve(program).toString());
        command.addAll(arguments);

        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        var process = builder.start();
        process.getOutputStream().close();
        var words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        if (exitCodeOf(process) != 0) {
            var advice = words.startsWith("unshare:")
                    ? "\nThis system does not let root start PostgreSQL: run Corridor as another user, or set CORRIDOR_DATABASE_URL."
                    : "";
            throw new EmbeddedDatabaseException(program + " failed: " + words + advice);
        }
    }

    static URL archiveForThisMachine() {
        var system = System.getProperty("os.name").startsWith("Mac") ? "darwin" : System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var architecture = switch (System.getProperty("os.arch")) {
            case "amd64", "x86_64" -> "x86_64";
            case "aarch64" -> "arm_64";
            case String other -> other;
        };
        var archive = PostgresPrograms.class.getResource("/postgres-" + system + "-" + architecture + ".txz");
        if (archive == null) {
            throw new EmbeddedDatabaseException(
                    "no embedded PostgreSQL for " + system + " on " + architecture + ": set CORRIDOR_DATABASE_URL to use one that you run");
        }
        return archive;
    }

    /** @param hasXz whether the system has that program, which is often missing: a JVM that has just started takes twice as long */
    static void unpack(URL archive, Path directory, boolean hasXz) throws IOException {
        try (var packed = archive.openStream()) {
            if (hasXz) {
                unpack("-xJof", packed, directory);
            } else {
                unpack("-xof", new XZInputStream(packed), directory);
            }
        }
    }

    /**
     * The system's {@code tar} preserves modes and links.
     *
     * @param how "o": the files belong to this user, not to their packer
     */
    private static void unpack(String how, InputStream packed, Path directory) throws IOException {
        var tar = new ProcessBuilder("tar", how, "-", "-C", directory.toString())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var input = tar.getOutputStream()) {
            packed.transferTo(input);
        }
        int exitCode = exitCodeOf(tar);
        if (exitCode != 0) {
            throw new EmbeddedDatabaseException("tar could not unpack PostgreSQL into " + directory + ", exit code " + exitCode);
        }
    }

    static boolean isOnThePath(String program) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }

    private static int exitCodeOf(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedDatabaseException("interrupted while waiting for PostgreSQL", e);
        }
    }

    private static boolean isRoot() {
        return new UnixSystem().getUid() == 0;
    }
}
