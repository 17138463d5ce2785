package dev.corridor.service.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Kills the PostgreSQL of a running service, and restarts it at the same address. */
public final class DatabaseOutage {

    private static final long PAUSE_MILLIS = 20;

    private final Path dataDirectory;

    private DatabaseOutage(Path dataDirectory) {
        this.dataDirectory = dataDirectory;
    }

    /** Kills it with all its sessions. */
    public static DatabaseOutage begin(Path dataDirectory) throws IOException, InterruptedException {
        var postmaster = Postmaster.find(dataDirectory.resolve("postgres")).orElseThrow();
        var process = ProcessHandle.of(postmaster.processId()).orElseThrow();
        var all = Stream.concat(Stream.of(process), process.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        while (all.stream().anyMatch(DatabaseOutage::isRunning)) {
            Thread.sleep(PAUSE_MILLIS);
        }
        return new DatabaseOutage(dataDirectory);
    }

    /** Restarts it with the same options and port. */
    public void end() throws IOException {
        var cluster = dataDirectory.resolve("postgres");
        Files.delete(Postmaster.file(cluster));
        var log = dataDirectory.resolve("postgres.log");
        PostgresPrograms.unpackBelow(dataDirectory).run("pg_ctl", List.of("restart", "--pgdata=" + cluster, "--log=" + log, "--wait"));
    }

    /** A zombie process has no command. */
    private static boolean isRunning(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }
}
