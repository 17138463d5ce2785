package dev.corridor.benchmarks.load;

import dev.corridor.benchmarks.baseline.Pgbench;
import dev.corridor.benchmarks.baseline.RowByRow;
import dev.corridor.benchmarks.corridor.Corridor;
import dev.corridor.benchmarks.machine.Machine;
import dev.corridor.benchmarks.machine.Scratch;
import dev.corridor.benchmarks.report.BarChart;
import dev.corridor.benchmarks.report.Figures;
import dev.corridor.benchmarks.report.MarkdownTable;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Two checkouts by turns, each with a database of its own, and pgbench as the yardstick: the way to learn what a change brought on a machine
 * whose speed changes within minutes.
 */
final class VersionsRun {

    private static final String NAME = "versions";
    private static final List<String> NAMES = List.of("other", "this");

    private final Options options;
    private final Pgbench pgbench;
    private final Scratch scratch;
    private final Path home;
    private final PrintStream progress;
    private final List<String> facts = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();

    VersionsRun(Options options, Pgbench pgbench, Scratch scratch, Path home, PrintStream progress) {
        this.options = options;
        this.pgbench = pgbench;
        this.scratch = scratch;
        this.home = home;
        this.progress = progress;
    }

    /** A workload with a number of clients, on both checkouts. */
    private record Turn(Workload workload, int clients, List<Loads> versions, List<Double> yardstick) {

        static Turn of(Workload workload, int clients) {
            return new Turn(workload, clients, List.of(new Loads(), new Loads()), new ArrayList<>());
        }

        double ratio() {
            double before = cost(versions.getFirst());
            return before == 0 ? 0 : cost(versions.getLast()) / before;
        }

        private static double cost(Loads loads) {
            return loads.micros(load -> load.corridor().plus(load.postgres()).cpu());
        }
    }

    Report run() {
        facts.addAll(Machine.describe(scratch.directory()));
        facts.add(pgbench.version());
        var turns = options.workloads().stream()
                .flatMap(workload -> options.clients().stream().map(clients -> Turn.of(workload, clients)))
                .toList();
        var homes = List.of(options.other().orElseThrow(), home);
        try (var other = start(homes, 0);
                var current = start(homes, 1)) {
            var stages = List.of(set(other, 0), set(current, 1));
            try (var rowByRow = RowByRow.prepare(pgbench, current.postgres(), Stage.ACCOUNTS, scratch)) {
                for (int round = 1; round <= options.rounds(); round++) {
                    for (var turn : turns) {
                        measure(turn, stages, rowByRow, round);
                    }
                }
            }
            progress.println("verifying the books");
            stages.forEach(stage -> differences.addAll(stage.differences()));
            return report(turns);
        }
    }

    private Corridor start(List<Path> homes, int version) {
        facts.add(NAMES.get(version) + ": " + Machine.commit(homes.get(version)));
        return Corridor.start(new Corridor.Place(homes.get(version), scratch.directory().resolve(NAMES.get(version)), options.databaseUrl()));
    }

    private Stage set(Corridor corridor, int version) {
        progress.printf("%s: opening and funding %,d accounts%n", NAMES.get(version), Stage.ACCOUNTS);
        var stage = Stage.set(corridor);
        facts.add(NAMES.get(version) + ": " + new WarmUp(options.warmUp(), progress).run(stage));
        return stage;
    }

    private void measure(Turn turn, List<Stage> stages, RowByRow rowByRow, int round) {
        stages.forEach(stage -> stage.corridor().postgres().execute("checkpoint"));
        int sessions = Math.min(turn.clients(), stages.getLast().corridor().postgres().freeSessions());
        turn.yardstick().add(rowByRow.run(turn.workload().pgbenchExpression(Stage.ACCOUNTS), sessions, Options.LEAD_IN, options.measured())
                .pairsPerSecond());
        // Each goes first as often as the other.
        for (int place = 0; place < NAMES.size(); place++) {
            int version = (place + round) % NAMES.size();
            var stage = stages.get(version);
            stage.corridor().postgres().execute("checkpoint");
            turn.versions().get(version).add(stage.trade(turn.workload(), turn.clients(), Options.LEAD_IN, options.measured()));
        }
        progress.printf(
                "round %d of %d: %s, clients: %d: other %s, this %s pairs/s; cost of a pair %s%n",
                round,
                options.rounds(),
                turn.workload().describe(Stage.ACCOUNTS),
                turn.clients(),
                Figures.whole(turn.versions().getFirst().pairsPerSecond().median()),
                Figures.whole(turn.versions().getLast().pairsPerSecond().median()),
                Figures.ratio(turn.ratio()));
    }

    private Report report(List<Turn> turns) {
        var throughput = new MarkdownTable("workload", "clients", "pgbench pairs/s", "other pairs/s", "this pairs/s", "cost, this to other");
        var costs = new CostTable("workload", "clients", "version");
        for (var turn : turns) {
            var workload = turn.workload().describe(Stage.ACCOUNTS);
            throughput.row(
                    workload,
                    String.valueOf(turn.clients()),
                    Figures.whole(turn.yardstick().stream().mapToDouble(Double::doubleValue).average().orElse(0)),
                    Figures.whole(turn.versions().getFirst().pairsPerSecond().median()),
                    Figures.whole(turn.versions().getLast().pairsPerSecond().median()),
                    "**" + Figures.ratio(turn.ratio()) + "**");
            for (int version = 0; version < NAMES.size(); version++) {
                costs.row(turn.versions().get(version), workload, String.valueOf(turn.clients()), NAMES.get(version));
            }
        }
        var markdown = "# Two versions by turns\n\n"
                + Report.conditions(options, facts)
                + Report.section("Create a quote and execute it", Report.picture(NAME) + throughput)
                + Report.section("What a pair costs", CostTable.MEANING + costs)
                + Report.section("The books", Report.verdict("`verify-books` finds nothing in either.", differences));
        return new Report(NAME, markdown.stripTrailing() + "\n", chart(turns), List.copyOf(differences));
    }

    private BarChart chart(List<Turn> turns) {
        var panels = options.workloads().stream()
                .map(workload -> new BarChart.Panel(
                        workload.describe(Stage.ACCOUNTS),
                        turns.stream()
                                .filter(turn -> turn.workload() == workload)
                                .map(turn -> new BarChart.Group(
                                        Workload.clients(turn.clients()),
                                        turn.versions().stream().map(Turn::cost).toList(),
                                        Figures.ratio(turn.ratio())))
                                .toList()))
                .toList();
        return new BarChart("What a pair costs: Java without its compilers, and PostgreSQL", "us of a processor", NAMES, panels);
    }
}
