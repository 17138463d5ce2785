package dev.corridor.service.embedded;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresProgramsTest {

    @TempDir
    private Path directory;

    @Test
    void what_is_unpacked_is_the_same_with_the_systems_program_and_without() throws IOException {
        assumeTrue(PostgresPrograms.isOnThePath("xz"), "needs the program xz: install xz-utils");
        var with = Files.createDirectory(directory.resolve("with"));
        var without = Files.createDirectory(directory.resolve("without"));

        PostgresPrograms.unpack(PostgresPrograms.archiveForThisMachine(), with, true);
        PostgresPrograms.unpack(PostgresPrograms.archiveForThisMachine(), without, false);

        assertThat(contentOf(with)).containsKey("bin/postgres").isEqualTo(contentOf(without));
    }

    @Test
    void a_program_that_is_nowhere_is_not_on_the_path() {
        assertThat(PostgresPrograms.isOnThePath("tar")).isTrue();
        assertThat(PostgresPrograms.isOnThePath("no-such-program")).isFalse();
    }

    /** Sizes and permissions by name. */
    private static Map<String, String> contentOf(Path root) throws IOException {
        try (var files = Files.walk(root)) {
            return files.collect(toMap(file -> root.relativize(file).toString(), PostgresProgramsTest::describe));
        }
    }

    private static String describe(Path file) {
        try {
            return Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS) ? "directory"
                    : Files.isSymbolicLink(file) ? "-> " + Files.readSymbolicLink(file)
                            : Files.size(file) + " " + PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
