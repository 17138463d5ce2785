package dev.corridor.benchmarks.load;

import dev.corridor.benchmarks.corridor.Corridor;
import dev.corridor.benchmarks.corridor.History;
import dev.corridor.benchmarks.corridor.Question;
import dev.corridor.benchmarks.corridor.Trades;
import dev.corridor.benchmarks.http.Measurement;
import dev.corridor.benchmarks.machine.Machine;
import dev.corridor.benchmarks.machine.Scratch;
import dev.corridor.benchmarks.report.BarChart;
import dev.corridor.benchmarks.report.Figures;
import dev.corridor.benchmarks.report.MarkdownTable;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whether Corridor slows down as its books grow: the same load and reads on books of different length. */
final class HistoryRun {

    private static final String NAME = "history";
    private static final List<Integer> PAIRS = List.of(0, 1_000_000, 10_000_000);
    private static final List<Workload> WORKLOADS = List.of(Workload.UNIFORM, Workload.HOT);
    private static final int CLIENTS = 32;
    private static final int READERS = 8;
    private static final int OK = 200;
    private static final String BALANCE = "/balances/USD";
    private static final String FIRST_PAGE = "/entries";

    private static final String ALL_IS_WELL = " `verify-books` finds nothing.";

    private static final String THE_HISTORY = CLIENTS + " clients, on three services by turns. The pairs were in the books before, and half of"
            + " them are the hot account's. Times are p50 / p95 / p99 / max.\n\n";

    private final Options options;
    private final Scratch scratch;
    private final Corridor.Place place;
    private final PrintStream progress;

    HistoryRun(Options options, Scratch scratch, Corridor.Place place, PrintStream progress) {
        this.options = options;
        this.scratch = scratch;
        this.place = place;
        this.progress = progress;
    }

    /** Corridor with a number of existing pairs, and its measurements. The reads are of the hot account, which has half of them. */
    private static final class Age implements AutoCloseable {

        private final int pairs;
        private final Stage stage;
        private final Map<Workload, Loads> loads = new EnumMap<>(Workload.class);
        private Measurement balance;
        private Measurement firstPage;

        Age(int pairs, Stage stage) {
            this.pairs = pairs;
            this.stage = stage;
            WORKLOADS.forEach(workload -> loads.put(workload, new Loads()));
        }

        double pairsPerSecond(Workload workload) {
            return loads.get(workload).pairsPerSecond().median();
        }

        @Override
        public void close() {
            stage.corridor().close();
        }
    }

    Report run() {
        var facts = new ArrayList<>(Machine.describe(scratch.directory()));
        var ages = new ArrayList<Age>();
        try {
            for (int pairs : PAIRS) {
                ages.add(begin(pairs));
            }
            facts.add(ages.getFirst().stage.corridor().postgres().describe());
            ages.forEach(this::warmUp);
            measure(ages);
            progress.println("verifying the books");
            return report(facts, ages);
        } finally {
            ages.forEach(Age::close);
        }
    }

    private Age begin(int pairs) {
        var corridor = Corridor.start(place.in(scratch.directory().resolve("data-" + pairs)));
        try {
            progress.printf("opening and funding %,d accounts, and writing %,d pairs%n", Stage.ACCOUNTS, pairs);
            var stage = Stage.set(corridor);
            write(stage, pairs);
            return new Age(pairs, stage);
        } catch (RuntimeException e) {
            corridor.close();
            throw e;
        }
    }

    /** Half of them spread over all accounts, half on the hot one. */
    private static void write(Stage stage, int pairs) {
        if (pairs > 0) {
            int pairsEach = pairs / 2 / Stage.ACCOUNTS;
            History.write(stage.corridor().postgres(), stage.accounts(), pairsEach);
            History.write(stage.corridor().postgres(), List.of(stage.hotAccount()), pairs - pairsEach * Stage.ACCOUNTS);
            stage.reconciliation().addWritten(pairs);
        }
        History.settle(stage.corridor().postgres());
    }

    private void warmUp(Age age) {
        new WarmUp(options.warmUp(), progress).run(age.stage);
        read(age.stage, BALANCE, options.warmUp().dividedBy(5));
        read(age.stage, FIRST_PAGE, options.warmUp().dividedBy(5));
    }

    /** Alternates, so that disturbances of the machine affect all alike. */
    private void measure(List<Age> ages) {
        for (int round = 1; round <= options.rounds(); round++) {
            for (var workload : WORKLOADS) {
                for (var age : ages) {
                    age.loads.get(workload).add(age.stage.trade(workload, CLIENTS, Options.LEAD_IN, options.measured()));
                    progress.printf(
                            "round %d of %d: %s, %,d pairs: %s pairs/s%n",
                            round,
                            options.rounds(),
                            workload.describe(Stage.ACCOUNTS),
                            age.pairs,
                            Figures.whole(age.pairsPerSecond(workload)));
                }
            }
        }
        ages.forEach(age -> age.balance = read(age.stage, BALANCE, options.measured()));
        ages.forEach(age -> age.firstPage = read(age.stage, FIRST_PAGE, options.measured()));
    }

    private static Measurement read(Stage stage, String ofAccount, Duration time) {
        var question = new Question(stage.corridor().api().get("/v1/accounts/" + stage.hotAccount() + ofAccount), OK);
        return stage.corridor().generator().run(Collections.nCopies(READERS, question), Options.LEAD_IN, time);
    }

    private Report report(List<String> facts, List<Age> ages) {
        var differences = ages.stream().flatMap(age -> age.stage.differences().stream()).toList();
        var markdown = "# Corridor with history\n\n"
                + Report.conditions(options, facts)
                + Report.section("Create a quote and execute it", THE_HISTORY + Report.picture(NAME) + loads(ages))
                + Report.section("Read the hot account", READERS + " clients.\n\n" + reads(ages))
                + Report.section("The books", Report.verdict(summary(ages) + ALL_IS_WELL, differences));
        return new Report(NAME, markdown.stripTrailing() + "\n", chart(ages), differences);
    }

    private static String summary(List<Age> ages) {
        return ages.stream()
                .map(age -> String.format("Begun with %,d pairs: ", age.pairs) + age.stage.reconciliation().summary())
                .collect(Collectors.joining(" "));
    }

    private static String loads(List<Age> ages) {
        var table = new MarkdownTable(
                "workload", "pairs before", "pairs/s", "of that with none", "create quote, ms", "execute quote, ms", "errors", "drops");
        for (var workload : WORKLOADS) {
            for (var age : ages) {
                var rounds = age.loads.get(workload);
                table.row(
                        workload.describe(Stage.ACCOUNTS),
                        Figures.whole(age.pairs),
                        Figures.whole(age.pairsPerSecond(workload)),
                        Figures.ratio(share(age, ages, workload)),
                        Figures.percentiles(rounds.latencies(Trades.QUOTE)),
                        Figures.percentiles(rounds.latencies(Trades.EXECUTE)),
                        rounds.errors(),
                        String.valueOf(rounds.drops()));
            }
        }
        return table.toString();
    }

    private static String reads(List<Age> ages) {
        var table = new MarkdownTable(
                "pairs before", "balance reads/s", "balance, ms", "first pages of entries/s", "first page, ms", "errors");
        for (var age : ages) {
            table.row(
                    Figures.whole(age.pairs),
                    Figures.whole(age.balance.roundsPerSecond()),
                    Figures.percentiles(age.balance.latencies().getFirst()),
                    Figures.whole(age.firstPage.roundsPerSecond()),
                    Figures.percentiles(age.firstPage.latencies().getFirst()),
                    Measurement.describeErrors(List.of(age.balance, age.firstPage)));
        }
        return table.toString();
    }

    private static BarChart chart(List<Age> ages) {
        var panels = WORKLOADS.stream()
                .map(workload -> new BarChart.Panel(
                        workload.describe(Stage.ACCOUNTS),
                        ages.stream()
                                .map(age -> new BarChart.Group(
                                        Figures.whole(age.pairs),
                                        List.of(age.pairsPerSecond(workload)),
                                        Figures.ratio(share(age, ages, workload))))
                                .toList()))
                .toList();
        return new BarChart(
                "Create a quote and execute it, by pairs already in the books", "pairs/s", List.of("Corridor over HTTP"), panels);
    }

    private static double share(Age age, List<Age> ages, Workload workload) {
        return age.pairsPerSecond(workload) / ages.getFirst().pairsPerSecond(workload);
    }
}
