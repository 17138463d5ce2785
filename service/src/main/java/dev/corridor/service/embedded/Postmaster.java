package dev.corridor.service.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * PostgreSQL's main process, as the file {@code postmaster.pid} of its cluster describes it. The file outlives a process that was killed,
 * and by then its number may be another's.
 *
 * <p>Source: PostgreSQL, {@code src/include/utils/pidfile.h}.
 */
record Postmaster(long processId, Instant startedAt, int port) {

    private static final int PROCESS_ID_LINE = 0;
    private static final int STARTED_AT_LINE = 2;
    private static final int PORT_LINE = 3;

    /** How far two clocks of one machine may be apart: PostgreSQL's, and the kernel's account of when the process started. */
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(1);

    static Path file(Path cluster) {
        return cluster.resolve("postmaster.pid");
    }

    /** Empty also when the file was cut short by a crash. */
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

    /** False also when the number has gone to another process, or to a dead one that nobody has buried yet. */
    boolean isRunning() {
        return ProcessHandle.of(processId).map(ProcessHandle::info).filter(this::describesPostgres).isPresent();
    }

    private boolean describesPostgres(ProcessHandle.Info process) {
        boolean isPostgres = process.command().filter(command -> Path.of(command).endsWith("postgres")).isPresent();
        boolean startedInTime = process.startInstant().filter(started -> started.isAfter(startedAt.plus(CLOCK_TOLERANCE))).isEmpty();
        return isPostgres && startedInTime;
    }
}
