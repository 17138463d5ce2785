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
 * Runs load against a temporary sandbox, so that this JVM has loaded the service's classes and compiled its hot code. Uses none of the
 * operator's settings, directories, ports or databases.
 */
final class Rehearsal {

    /**
     * Code compiled while only one service has run makes assumptions about it, and is deoptimized when the next starts. After two services
     * it is valid for the third.
     */
    private static final int SERVICES = 2;

    private final Duration duration;
    private volatile boolean cutShort;

    /** @param duration of the trading; start and stop come on top */
    Rehearsal(Duration duration) {
        this.duration = duration;
    }

    /** Returns the number of trades. */
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

    /** Called from another thread: ends what has begun and cleans up. */
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
