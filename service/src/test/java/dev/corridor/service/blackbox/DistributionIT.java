package dev.corridor.service.blackbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.client.api.Accounts;
import dev.corridor.service.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The archive that is unpacked on a machine without the sources. */
class DistributionIT {

    @TempDir
    private Path directory;

    @Test
    void it_runs_where_it_is_unpacked() throws IOException, InterruptedException {
        var installed = unpacked();
        // What does not fit this JVM is ignored. Its training has a test of its own, and would take half a minute here.
        Files.createFile(installed.resolve("corridor-service.aot"));
        var log = directory.resolve("corridor.log");
        var serve = new ProcessBuilder(installed.resolve("corridor").toString(), "serve").directory(directory.toFile()).redirectError(log.toFile());
        serve.environment().keySet().removeIf(name -> name.startsWith("CORRIDOR_"));
        serve.environment().put("JAVA_HOME", System.getProperty("java.home"));
        serve.environment().putAll(Corridor.in(directory).settings());

        try (var service = Serving.awaitReady(serve.start(), log)) {
            assertThat(service.api().list(Accounts.listAccounts())).isNotEmpty();
        }
        assertThat(installed).isDirectoryContaining("glob:**/{LICENSE,CHANGELOG.md}");
    }

    private Path unpacked() throws IOException, InterruptedException {
        var installed = Files.createDirectory(directory.resolve("corridor"));
        try (var archives = Files.newDirectoryStream(Path.of("target"), "corridor-*.tar.gz")) {
            var archive = archives.iterator().next();
            Program.run(directory, Map.of(), "tar", "-xzf", archive.toAbsolutePath().toString(), "-C", installed.toString(), "--strip-components=1");
        }
        return installed;
    }
}
