package dev.corridor.benchmarks.load;

import dev.corridor.benchmarks.baseline.Pgbench;
import dev.corridor.benchmarks.baseline.RowByRow;
import dev.corridor.benchmarks.corridor.Corridor;
import dev.corridor.benchmarks.machine.Machine;
import dev.corridor.benchmarks.machine.Scratch;
import dev.corridor.benchmarks.report.Figures;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The standard run: both sides in every cell, error responses, and starts; finally the check of the books. */
final class ComparisonRun {

    static final String NAME = "load";

    /** The default of live services. */
    private static final String WARM_UP_SECONDS = "30";

    private static final String ALL_IS_WELL = " `verify-books` finds nothing, and pgbench's own count and sums hold as well.";

    private static final String THE_PAIR = """
            A pair is two requests: create a quote, execute it. On Corridor's side each is an HTTP request with JSON, an API key and an
            idempotency key of its own, on a connection that is kept. On pgbench's side it is the least SQL that does the same row by row: a
            transaction that inserts the quote, and one that locks it, checks and changes two balances, and inserts the transaction, five
            entries and an idempotency row. The clients are a closed loop: each waits for its answer before it goes on. Times are
            p50 / p95 / p99 / max.

            """;

    private static final String THE_WRITES = """
            In PostgreSQL, by its own counters, %s. The two locks of the account are rows too: they carry its tally of open quotes. The bytes
            of full pages are an upper bound. Kept for ever are quotes, transactions and the ledger, with their indexes.

            """
            .formatted(Workload.UNIFORM.describe(Stage.ACCOUNTS));

    private final Options options;
    private final Pgbench pgbench;
    private final Scratch scratch;
    private final Corridor.Place place;
    private final Optional<FlameGraphs> flames;
    private final PrintStream progress;
    private final List<String> facts = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();

    ComparisonRun(Options options, Pgbench pgbench, Scratch scratch, Corridor.Place place, Optional<FlameGraphs> flames, PrintStream progress) {
        this.options = options;
        this.pgbench = pgbench;
        this.scratch = scratch;
        // Refused keys are measured, and all come from one address.
        this.place = ShortAnswers.to(place);
        this.flames = flames;
        this.progress = progress;
    }

    Report run() {
        facts.addAll(Machine.describe(scratch.directory()));
        Stage stage;
        Comparison comparison;
        String writes;
        String shortAnswers;
        Duration firstStart;
        try (var corridor = Corridor.start(place)) {
            firstStart = corridor.server().startUp();
            facts.add(corridor.postgres().describe());
            facts.add(pgbench.version());
            stage = warmStage(corridor);
            comparison = compare(stage);
            writes = PairWrites.measure(options, stage, progress);
            shortAnswers = ShortAnswers.measure(options, flames, corridor, stage.accounts().getFirst(), scratch, progress);
        }
        progress.println("starting again");
        AfterStart cold;
        try (var corridor = Corridor.start(place)) {
            cold = AfterStart.measure(stage.on(corridor));
        }
        progress.printf("starting again, with %s s of warm-up%n", WARM_UP_SECONDS);
        try (var corridor = Corridor.start(place.with("CORRIDOR_WARM_UP_SECONDS", WARM_UP_SECONDS))) {
            var warmedUp = AfterStart.measure(stage.on(corridor));
            progress.println("verifying the books");
            differences.addAll(stage.on(corridor).differences());
            return report(stage, comparison, writes, shortAnswers, start(firstStart, cold, warmedUp, comparison));
        }
    }

    private Stage warmStage(Corridor corridor) {
        progress.printf("opening and funding %,d accounts%n", Stage.ACCOUNTS);
        var stage = Stage.set(corridor);
        facts.add(new WarmUp(options.warmUp(), progress).run(stage));
        return stage;
    }

    private Comparison compare(Stage stage) {
        try (var rowByRow = RowByRow.prepare(pgbench, stage.corridor().postgres(), Stage.ACCOUNTS, scratch)) {
            var comparison = Comparison.measure(options, flames, stage, rowByRow, progress);
            differences.addAll(rowByRow.differences());
            return comparison;
        }
    }

    private String start(Duration first, AfterStart cold, AfterStart warmedUp, Comparison comparison) {
        return """
                From the start of the process to the ready line: %s ms the first time, when the tables are created, %s ms the second time, and
                %s ms with the %s s of warm-up that a service for real money has (`CORRIDOR_WARM_UP_SECONDS`).
                Resident memory of the Java process: %s when ready, %s after %d s of load; warmed up, %s and %s.

                %d clients, %s, from the moment of the ready line of the second start, and of the third, which was warmed up:

                %s"""
                .formatted(
                        Figures.millis(first.toNanos()),
                        Figures.millis(cold.startUp().toNanos()),
                        Figures.millis(warmedUp.startUp().toNanos()),
                        WARM_UP_SECONDS,
                        cold.memoryWhenReady(),
                        cold.memoryUnderLoad(),
                        AfterStart.SECONDS,
                        warmedUp.memoryWhenReady(),
                        warmedUp.memoryUnderLoad(),
                        AfterStart.CLIENTS,
                        AfterStart.WORKLOAD.describe(Stage.ACCOUNTS),
                        AfterStart.table(cold, warmedUp, comparison.corridor(AfterStart.WORKLOAD, AfterStart.CLIENTS)));
    }

    private Report report(Stage stage, Comparison comparison, String writes, String shortAnswers, String start) {
        var markdown = "# Corridor beside row by row\n\n"
                + Report.conditions(options, facts)
                + Report.section("Create a quote and execute it", THE_PAIR + Report.picture(NAME) + comparison.throughput())
                + Report.section("What a pair costs", CostTable.MEANING + comparison.costs())
                + comparison.parts()
                + Report.section("Behind these figures", comparison.details())
                + Report.section("What a pair writes", THE_WRITES + writes)
                + ShortAnswers.section(shortAnswers)
                + Report.section("A start", start)
                + Report.section("The books", Report.verdict(stage.reconciliation().summary() + ALL_IS_WELL, differences));
        return new Report(NAME, markdown.stripTrailing() + "\n", comparison.chart(), List.copyOf(differences)).with(comparison.figures());
    }
}
