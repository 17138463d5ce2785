package dev.corridor.benchmarks.baseline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/**
 * pgbench's log of the time after the lead-in. Each line is a transaction: client, number, latency in microseconds, script, and its end in
 * seconds and microseconds. Source: the PostgreSQL manual, pgbench, "Per-Transaction Logging".
 *
 * @param latencies in nanoseconds
 */
record PgbenchLog(long completed, Duration time, Histogram latencies) {

    private static final int LATENCY = 2;
    private static final int SECONDS = 4;
    private static final int MICROS = 5;
    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int SIGNIFICANT_DIGITS = 3;

    /** Begin and end of a transaction, in microseconds. */
    private record Line(long beganMicros, long endedMicros) {

        static Line of(String text) {
            var fields = text.split(" ");
            long ended = TimeUnit.SECONDS.toMicros(Long.parseLong(fields[SECONDS])) + Long.parseLong(fields[MICROS]);
            return new Line(ended - Long.parseLong(fields[LATENCY]), ended);
        }
    }

    /** Each thread of pgbench writes a log file. */
    static PgbenchLog read(List<Path> files, Duration leadIn) throws IOException {
        var lines = new ArrayList<Line>();
        for (var file : files) {
            try (Stream<String> texts = Files.lines(file)) {
                texts.map(Line::of).forEach(lines::add);
            }
        }
        return of(lines, leadIn);
    }

    private static PgbenchLog of(List<Line> lines, Duration leadIn) {
        long begin = lines.stream().mapToLong(Line::beganMicros).min().orElse(0);
        long end = lines.stream().mapToLong(Line::endedMicros).max().orElse(0);
        long from = begin + TimeUnit.NANOSECONDS.toMicros(leadIn.toNanos());
        var latencies = new Histogram(LONGEST_NANOS, SIGNIFICANT_DIGITS);
        for (var line : lines) {
            if (line.endedMicros() >= from) {
                long nanos = TimeUnit.MICROSECONDS.toNanos(line.endedMicros() - line.beganMicros());
                latencies.recordValue(Math.min(nanos, LONGEST_NANOS));
            }
        }
        var time = Duration.of(Math.max(1, end - from), ChronoUnit.MICROS);
        return new PgbenchLog(latencies.getTotalCount(), time, latencies);
    }
}
