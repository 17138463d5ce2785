package dev.corridor.service;

import dev.corridor.service.database.ServiceDatabase;
import dev.corridor.service.sandbox.SandboxCrowd;
import dev.corridor.service.settings.Settings;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Serves a few clients of its own for some seconds, in a sandbox that is thrown away. A JVM that is told to write down what it learns
 * ({@code -XX:AOTCacheOutput}) then knows the service's classes, and which of its code is used most, and the next start is fast from its
 * first second.
 */
final class RehearseCommand implements Command {

    private static final Duration DURATION = Duration.ofSeconds(10);

    @Override
    public String name() {
        return "rehearse";
    }

    @Override
    public List<String> parameters() {
        return List.of();
    }

    @Override
    public String summary() {
        return "serves itself for some seconds, for the JVM to learn from";
    }

    @Override
    public ExitCode run(Settings settings, List<String> arguments, PrintStream output) {
        var directory = newDirectory();
        try {
            output.println(rehearse(sandboxIn(directory)) + " trades");
            return ExitCode.DONE;
        } finally {
            delete(directory);
        }
    }

    /** Nothing of the operator's own settings: this is not the operator's service. */
    private static Settings sandboxIn(Path directory) {
        return Settings.of(Map.of(
                "CORRIDOR_ENVIRONMENT", "sandbox",
                "CORRIDOR_PORT", "0",
                "CORRIDOR_DATA_DIR", directory.toString(),
                "CORRIDOR_DRAIN_SECONDS", "0"));
    }

    private static int rehearse(Settings settings) {
        try (var service = RunningService.start(settings, ServiceDatabase.start(settings))) {
            return new SandboxCrowd(service.url(), service.sandbox().orElseThrow()).tradeFor(DURATION);
        }
    }

    private static Path newDirectory() {
        try {
            return Files.createTempDirectory("corridor-rehearsal");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
