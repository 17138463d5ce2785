package dev.corridor.service.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * PostgreSQL's main process, from its cluster's file {@code postmaster.pid}. The file survives a killed process, and another process may
 * have its id by then.
 *
 * <p>Source: PostgreSQL, {@code src/include/utils/pidfile.h}.
 */
record Postmaster(long processId, Instant startedAt, int port) {

    private static final int PROCESS_ID_LINE = 0;
    private static final int STARTED_AT_LINE = 2;
    private static final int PORT_LINE = 3;

    /** The tolerance between PostgreSQL's clock and the kernel's start time of the process. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

    static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /** Also empty if a crash truncated the file. */
    static Optional<Postmaster> find(Path cluster) throws IOException {
        try {
            var lines = Files.readAllLines(file(cluster));
            if (lines.size() <= PORT_LINE) {
                return Optional.empty();
            }
            return Optional.of(new Postmaster(
                    Long.parseLong(lines.get(PROCESS_ID_LINE).strip()),
                    Instant.ofEpochSecond(Long.parseLong(lines.get(STARTED_AT_LINE).strip())),
                    Integer.parseInt(lines.get(PORT_LINE).strip())));
        } catch (NoSuchFileException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Also false if the id belongs to another process now, or to a zombie. */
    boolean isRunning() {
        return ProcessHandle.of(processId).map(ProcessHandle::info).filter(this::describesPostgres).isPresent();
    }

    private boolean describesPostgres(ProcessHandle.Info process) {
        boolean isPostgres = process.command().filter(command -> Path.of(command).endsWith("postgres")).isPresent();
        boolean startedInTime = process.startInstant().filter(started -> started.isAfter(startedAt.plus(CLOCK_TOLERANCE))).isEmpty();
        return isPostgres && startedInTime;
    }
}
