package dev.corridor.benchmarks.baseline;

import dev.corridor.benchmarks.corridor.Postgres;
import dev.corridor.benchmarks.machine.BenchException;
import dev.corridor.benchmarks.machine.Program;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** The program {@code pgbench}, which runs a script in a loop, with one session per client. */
public final class Pgbench {

    private static final Pattern PROCESSED = Pattern.compile("number of transactions actually processed: (\\d+)");
    private static final String LOG_PREFIX = "log";

    private final String program;
    private final String version;

    private Pgbench(String program) throws IOException {
        this.program = program;
        this.version = read(new ProcessBuilder(program, "--version")).strip();
    }

    /** The first candidate that can be run. */
    public static Pgbench find(List<String> candidates) {
        for (var candidate : candidates) {
            try {
                return new Pgbench(candidate);
            } catch (IOException e) {
                // Not there: try the next.
            }
        }
        throw new BenchException("pgbench was not found: install PostgreSQL's client programs (Debian: postgresql-contrib or"
                + " postgresql-client), or name it by --pgbench FILE. Tried " + String.join(", ", candidates));
    }

    public String version() {
        return version;
    }

    /**
     * Runs a script with prepared statements, pgbench's fastest mode.
     *
     * @param directory for the log; must be empty
     */
    PgbenchRun run(String script, int clients, Postgres server, Duration leadIn, Duration measured, Path directory) {
        try {
            var file = Files.writeString(directory.resolve("pair.sql"), script);
            int threads = Math.min(clients, Runtime.getRuntime().availableProcessors());
            var builder = new ProcessBuilder(
                    program,
                    "--no-vacuum",
                    "--protocol=prepared",
                    "--client=" + clients,
                    "--jobs=" + threads,
                    "--time=" + leadIn.plus(measured).toSeconds(),
                    "--file=" + file,
                    "--log",
                    "--log-prefix=" + directory.resolve(LOG_PREFIX));
            builder.environment().putAll(server.environment());
            return new PgbenchRun(processed(read(builder)), PgbenchLog.read(logs(directory), leadIn));
        } catch (IOException e) {
            throw new BenchException("pgbench does not run", e);
        }
    }

    static long processed(String output) {
        var processed = PROCESSED.matcher(output);
        if (!processed.find()) {
            throw new BenchException("pgbench does not say how many transactions it processed:\n" + output);
        }
        return Long.parseLong(processed.group(1));
    }

    private static List<Path> logs(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.filter(file -> file.getFileName().toString().startsWith(LOG_PREFIX)).toList();
        }
    }

    private static String read(ProcessBuilder builder) throws IOException {
        var pgbench = Program.run(builder);
        if (pgbench.exitCode() != 0) {
            throw new BenchException("pgbench failed:\n" + pgbench.output());
        }
        return pgbench.output();
    }
}
