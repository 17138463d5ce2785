package dev.corridor.service.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** Kills the PostgreSQL of a running service, which starts it again as soon as it can. */
public final class DatabaseOutage {

    private static final long PAUSE_MILLIS = 20;

    /** Longer than the pause between two attempts of its owner. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Path cluster;

    private DatabaseOutage(Path cluster) {
        this.cluster = cluster;
    }

    /** It cannot be started again before the end: a file is away that it needs. */
    public static DatabaseOutage begin(Path dataDirectory) throws IOException, InterruptedException {
        var outage = new DatabaseOutage(dataDirectory.resolve("postgres"));
        Files.move(outage.neededFile(), outage.hiddenFile());
        kill(dataDirectory);
        return outage;
    }

    /** With all its sessions. */
    public static void kill(Path dataDirectory) throws IOException, InterruptedException {
        var process = processOf(dataDirectory);
        var all = Stream.concat(Stream.of(process), process.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        while (all.stream().anyMatch(DatabaseOutage::isRunning)) {
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    /** To the server and all its sessions, such as STOP, which freezes them. */
    public static void signal(Path dataDirectory, String signal) throws IOException, InterruptedException {
        var postmaster = processOf(dataDirectory);
        var all = Stream.concat(Stream.of(postmaster), postmaster.descendants()).map(process -> Long.toString(process.pid()));
        assertThat(new ProcessBuilder(Stream.concat(Stream.of("kill", "-" + signal), all).toList()).start().waitFor()).isZero();
    }

    public static ProcessHandle processOf(Path dataDirectory) throws IOException {
        var postmaster = Postmaster.find(dataDirectory.resolve("postgres")).orElseThrow();
        return ProcessHandle.of(postmaster.processId()).orElseThrow();
    }

    /** Lets its owner start it, and waits until it has. */
    public void end() throws IOException, InterruptedException {
        Files.move(hiddenFile(), neededFile());
        long begun = System.nanoTime();
        while (Postmaster.find(cluster).filter(Postmaster::isRunning).isEmpty()) {
            assertThat(System.nanoTime() - begun).as("nanoseconds until its owner has started it").isLessThan(PATIENCE.toNanos());
            Thread.sleep(PAUSE_MILLIS);
        }
    }

    private Path neededFile() {
        return cluster.resolve("global").resolve("pg_control");
    }

    private Path hiddenFile() {
        return cluster.resolve("global").resolve("pg_control.hidden");
    }

    /** A zombie process has no command. */
    private static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }
}
