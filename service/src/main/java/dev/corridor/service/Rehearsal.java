package dev.corridor.service;

import dev.corridor.service.sandbox.SandboxCrowd;
import dev.corridor.service.settings.Settings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;

/**
 * Serves a crowd of its own, in a sandbox that is thrown away: this JVM then has the service's classes, and has compiled what is used most.
 * Nothing of the operator's is touched: neither settings, nor directory, nor port, nor database.
 */
final class Rehearsal {

    /**
     * What is compiled while there has been but one service takes for granted what is true of that one only, and is thrown away when the next
     * begins. What has seen two holds for the third.
     */
    private static final int SERVICES = 2;

    private final Duration duration;
    private volatile boolean cutShort;

    /** @param duration how long it trades; starting and ending come on top of it */
    Rehearsal(Duration duration) {
        this.duration = duration;
    }

    /** Answers how many trades there were. */
    int run() {
        var directory = newDirectory();
        try {
            var settings = sandboxIn(directory);
            int trades = 0;
            for (int service = 1; service <= SERVICES && !cutShort; service++) {
                trades += serve(settings);
            }
            return trades;
        } finally {
            delete(directory);
        }
    }

    /** For another thread: what has been begun is ended and cleared away, and that is all. */
    void cutShort() {
        cutShort = true;
    }

    private int serve(Settings settings) {
        try (var service = RunningService.start(settings)) {
            long begun = System.nanoTime();
            long nanos = duration.toNanos() / SERVICES;
            return new SandboxCrowd(service.port(), service.sandbox().orElseThrow())
                    .tradeUntil(() -> cutShort || System.nanoTime() - begun >= nanos);
        }
    }

    private static Settings sandboxIn(Path directory) {
        return Settings.of(Map.of(
                "CORRIDOR_ENVIRONMENT", "sandbox",
                "CORRIDOR_PORT", "0",
                "CORRIDOR_DATA_DIR", directory.toString(),
                "CORRIDOR_DRAIN_SECONDS", "0"));
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
