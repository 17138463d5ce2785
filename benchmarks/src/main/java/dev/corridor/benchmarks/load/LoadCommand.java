package dev.corridor.benchmarks.load;

import dev.corridor.benchmarks.baseline.Pgbench;
import dev.corridor.benchmarks.corridor.Corridor;
import dev.corridor.benchmarks.feed.FeedRun;
import dev.corridor.benchmarks.machine.BenchException;
import dev.corridor.benchmarks.machine.Machine;
import dev.corridor.benchmarks.machine.Scratch;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

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
        var report = switch (options.kind()) {
            case COMPARISON -> new ComparisonRun(options, pgbench(options), scratch, place, flames(options, results, scratch), output).run();
            case RATES -> new RatesRun(options, scratch, place, output).run();
            case VERSIONS -> new VersionsRun(options, pgbench(options), scratch, home, output).run();
            case HISTORY -> new HistoryRun(options, scratch, place, output).run();
            case FEED -> Report.text("feed", new FeedRun(scratch.directory(), place, options.measured(), output).run());
            case ANSWERS -> ShortAnswers.run(options, flames(options, results, scratch), scratch, place, output);
        };
        report.write(results);
        output.print("\n" + report.markdown() + "\nwritten to " + results + "\n");
        if (!report.differences().isEmpty()) {
            return FAILED;
        }
        if (options.keep()) {
            new KeptResults(results.getParent()).add(LocalDate.now(ZoneOffset.UTC), Machine.commit(home), report.figures());
        }
        scratch.delete();
        return DONE;
    }

    private static Optional<FlameGraphs> flames(Options options, Path results, Scratch scratch) {
        return options.profile() ? Optional.of(FlameGraphs.in(results, scratch)) : Optional.empty();
    }

    /** The given program; otherwise the newest of Debian's, or the one on the path. */
    private static Pgbench pgbench(Options options) {
        return Pgbench.find(options.pgbench().map(List::of).orElseGet(LoadCommand::pgbenchCandidates));
    }

    private static List<String> pgbenchCandidates() {
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
