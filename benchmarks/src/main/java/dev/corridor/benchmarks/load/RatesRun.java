package dev.corridor.benchmarks.load;

import dev.corridor.benchmarks.corridor.Corridor;
import dev.corridor.benchmarks.corridor.Trades;
import dev.corridor.benchmarks.machine.Machine;
import dev.corridor.benchmarks.machine.Scratch;
import dev.corridor.benchmarks.report.BarChart;
import dev.corridor.benchmarks.report.Figures;
import dev.corridor.benchmarks.report.MarkdownTable;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;

/**
 * Latency at given rates. A closed loop asks less when answers are slow, and so leaves out the waiting of those who would have come
 * meanwhile (coordinated omission). Here pairs arrive independently of the answers.
 */
final class RatesRun {

    private static final String NAME = "rates";

    /** How many pairs may be under way at a time; more wait, and their waiting counts. */
    private static final int CLIENTS = 256;

    private static final String ALL_IS_WELL = " `verify-books` finds nothing.";

    private static final String THE_RATES = """
            Pairs arrive at random instants (a Poisson process) on %,d accounts, however slow the answers are; %d may be under way at a time.
            A latency counts from the instant at which the pair was due. Times are p50 / p95 / p99 / max. What was dropped never began, or had
            no answer ten seconds after the end: the rate was too high.

            """
            .formatted(Stage.ACCOUNTS, CLIENTS);

    private final Options options;
    private final Scratch scratch;
    private final Corridor.Place place;
    private final PrintStream progress;

    RatesRun(Options options, Scratch scratch, Corridor.Place place, PrintStream progress) {
        this.options = options;
        this.scratch = scratch;
        this.place = place;
        this.progress = progress;
    }

    Report run() {
        var facts = new ArrayList<>(Machine.describe(scratch.directory()));
        Map<Integer, Loads> byRate = new LinkedHashMap<>();
        options.rates().forEach(rate -> byRate.put(rate, new Loads()));
        try (var corridor = Corridor.start(place)) {
            facts.add(corridor.postgres().describe());
            progress.printf("opening and funding %,d accounts%n", Stage.ACCOUNTS);
            var stage = Stage.set(corridor);
            facts.add(new WarmUp(options.warmUp(), progress).run(stage));
            for (int round = 1; round <= options.rounds(); round++) {
                for (int rate : options.rates()) {
                    corridor.postgres().execute("checkpoint");
                    byRate.get(rate).add(stage.tradeAt(rate, CLIENTS, Options.LEAD_IN, options.measured()));
                    progress.printf(
                            "round %d of %d: %,d pairs/s: %s ms%n",
                            round,
                            options.rounds(),
                            rate,
                            Figures.percentiles(byRate.get(rate).pairLatencies()));
                }
            }
            progress.println("verifying the books");
            return report(facts, byRate, stage);
        }
    }

    private Report report(List<String> facts, Map<Integer, Loads> byRate, Stage stage) {
        var differences = stage.differences();
        var table = new MarkdownTable(
                "pairs due/s", "pairs/s", "pair, ms", "create quote, ms", "execute quote, ms", "errors", "drops");
        var costs = new CostTable("pairs due/s");
        byRate.forEach((rate, loads) -> {
            table.row(
                    Figures.whole(rate),
                    Figures.whole(loads.pairsPerSecond().median()),
                    Figures.percentiles(loads.pairLatencies()),
                    Figures.percentiles(loads.latencies(Trades.QUOTE)),
                    Figures.percentiles(loads.latencies(Trades.EXECUTE)),
                    loads.errors(),
                    String.valueOf(loads.drops()));
            costs.row(loads, Figures.whole(rate));
        });
        var markdown = "# Corridor at given rates\n\n"
                + Report.conditions(options, facts)
                + Report.section("Latency", THE_RATES + "![latency](" + NAME + ".svg)\n\n" + table)
                + Report.section("What a pair costs", CostTable.MEANING + costs)
                + Report.section("The books", Report.verdict(stage.reconciliation().summary() + ALL_IS_WELL, differences));
        return new Report(NAME, markdown.stripTrailing() + "\n", chart(byRate), differences);
    }

    private static BarChart chart(Map<Integer, Loads> byRate) {
        var groups = byRate.entrySet().stream()
                .map(rate -> new BarChart.Group(
                        Figures.whole(rate.getKey()),
                        List.of(millis(rate.getValue().pairLatencies(), 50), millis(rate.getValue().pairLatencies(), 99)),
                        ""))
                .toList();
        return new BarChart(
                "Latency of a pair from the instant at which it was due", "ms", List.of("p50", "p99"),
                List.of(new BarChart.Panel("pairs due a second", groups)));
    }

    private static double millis(Histogram nanos, double percentile) {
        return nanos.getValueAtPercentile(percentile) / 1e6;
    }
}
