package dev.corridor.benchmarks.load;

import dev.corridor.benchmarks.baseline.Pgbench;
import dev.corridor.benchmarks.corridor.Corridor;
import dev.corridor.benchmarks.feed.FeedRun;
import dev.corridor.benchmarks.machine.BenchException;
import dev.corridor.benchmarks.machine.Scratch;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Measures, prints and writes the results. */
public final class LoadCommand {

    private static final Path DEBIAN_POSTGRES = Path.of("/usr/lib/postgresql");
    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private LoadCommand() {}

    /**
     * Returns the exit code: 0 for success, 1 if the measurement failed or the books do not match, 2 for invalid arguments.
     *
     * @param home the directory of Corridor's sources
     */
    public static int run(List<String> words, Path home, PrintStream output, PrintStream errors) {
        if (words.contains("--help")) {
            output.print(Options.USAGE);
            return DONE;
        }
        try {
            return measure(Options.parse(words), home, output);
        } catch (IllegalArgumentException e) {
            errors.println(e.getMessage() + "\n\n" + Options.USAGE);
            return MISUSED;
        } catch (BenchException e) {
            errors.println(e.getMessage());
            return FAILED;
        }
    }

    /** A failed run leaves its directory for diagnosis. */
    private static int measure(Options options, Path home, PrintStream output) {
        var scratch = Scratch.below(options.directory());
        output.println("working in " + scratch.directory());
        var place = new Corridor.Place(home, scratch.directory().resolve("data"), options.databaseUrl());
        var results = home.resolve("benchmarks").resolve("results").resolve("latest");
        if (options.feed()) {
            var found = new FeedRun(scratch.directory(), place, options.measured(), output).run();
            write(found, results);
            output.print("\n" + found + "\nwritten to " + results + "\n");
            scratch.delete();
            return DONE;
        }
        var report = options.history()
                ? new HistoryRun(options, scratch, place, output).run()
                : new ComparisonRun(options, Pgbench.find(pgbenchCandidates(options)), scratch, place, output).run();
        report.write(results);
        output.print("\n" + report.markdown() + "\nwritten to " + results + "\n");
        if (!report.differences().isEmpty()) {
            return FAILED;
        }
        scratch.delete();
        return DONE;
    }

    private static void write(String report, Path results) {
        try {
            Files.createDirectories(results);
            Files.writeString(results.resolve("feed.md"), report);
        } catch (IOException e) {
            throw new BenchException(results + " cannot be written", e);
        }
    }

    /** The given program; otherwise the newest of Debian's, or the one on the path. */
    private static List<String> pgbenchCandidates(Options options) {
        if (options.pgbench().isPresent()) {
            return List.of(options.pgbench().get());
        }
        var candidates = new ArrayList<String>();
        if (Files.isDirectory(DEBIAN_POSTGRES)) {
            try (var versions = Files.list(DEBIAN_POSTGRES)) {
                versions.map(version -> version.resolve("bin").resolve("pgbench"))
                        .filter(Files::isExecutable)
                        .sorted(Comparator.reverseOrder())
                        .map(Path::toString)
                        .forEach(candidates::add);
            } catch (IOException e) {
                throw new BenchException(DEBIAN_POSTGRES + " cannot be read", e);
            }
        }
        candidates.add("pgbench");
        return candidates;
    }
}
