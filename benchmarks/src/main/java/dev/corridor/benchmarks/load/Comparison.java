package dev.corridor.benchmarks.load;

import dev.corridor.benchmarks.baseline.RowByRow;
import dev.corridor.benchmarks.corridor.Trades;
import dev.corridor.benchmarks.report.BarChart;
import dev.corridor.benchmarks.report.Figures;
import dev.corridor.benchmarks.report.MarkdownTable;
import dev.corridor.benchmarks.report.Rounds;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Supplier;

/** All cells of both sides. */
final class Comparison {

    private final Options options;
    private final Optional<FlameGraphs> flames;
    private final List<Cell> cells;
    private final int sessions;

    private Comparison(Options options, Optional<FlameGraphs> flames, int sessions) {
        this.options = options;
        this.flames = flames;
        this.sessions = sessions;
        this.cells = new ArrayList<>();
        for (var workload : options.workloads()) {
            options.clients().forEach(clients -> cells.add(new Cell(workload, clients)));
        }
    }

    static Comparison measure(Options options, Optional<FlameGraphs> flames, Stage stage, RowByRow rowByRow, PrintStream progress) {
        var comparison = new Comparison(options, flames, stage.corridor().postgres().freeSessions());
        for (int round = 1; round <= options.rounds(); round++) {
            for (var cell : comparison.cells) {
                comparison.measure(cell, stage, rowByRow);
                progress.printf(
                        "round %d of %d: %s, clients: %d: pgbench %s, Corridor %s pairs/s%n",
                        round,
                        options.rounds(),
                        cell.workload().describe(Stage.ACCOUNTS),
                        cell.clients(),
                        Figures.whole(cell.rowByRowPairsPerSecond().median()),
                        Figures.whole(cell.corridor().pairsPerSecond().median()));
            }
        }
        return comparison;
    }

    /** Each side begins right after a checkpoint, so neither flushes the other's pages. */
    private void measure(Cell cell, Stage stage, RowByRow rowByRow) {
        var postgres = stage.corridor().postgres();
        var account = cell.workload().pgbenchExpression(Stage.ACCOUNTS);
        postgres.execute("checkpoint");
        var left = rowByRow.run(account, Math.min(cell.clients(), sessions), Options.LEAD_IN, options.measured());
        postgres.execute("checkpoint");
        Supplier<Load> right = () -> stage.trade(cell.workload(), cell.clients(), Options.LEAD_IN, options.measured());
        cell.add(left, flames.map(drawn -> drawn.drawing(cell.name(), stage.corridor().server().processId(), right)).orElseGet(right));
    }

    String throughput() {
        var table = new MarkdownTable(
                "workload",
                "clients",
                "pgbench pairs/s",
                "Corridor pairs/s",
                "ratio",
                "create quote, ms",
                "execute quote, ms",
                "errors",
                "drops");
        for (var cell : cells) {
            table.row(
                    cell.workload().describe(Stage.ACCOUNTS),
                    String.valueOf(cell.clients()),
                    (isCapped(cell) ? "at best " : "") + Figures.whole(yardstick(cell)),
                    Figures.whole(cell.corridor().pairsPerSecond().median()),
                    "**" + Figures.ratio(ratio(cell)) + "**",
                    Figures.percentiles(cell.corridor().latencies(Trades.QUOTE)),
                    Figures.percentiles(cell.corridor().latencies(Trades.EXECUTE)),
                    cell.corridor().errors(),
                    String.valueOf(cell.corridor().drops()));
        }
        return table.toString();
    }

    String details() {
        var table = new MarkdownTable(
                "workload",
                "clients",
                "pgbench sessions",
                "pgbench, all rounds",
                "pgbench pair, ms",
                "Corridor, all rounds",
                "generator, us a pair");
        for (var cell : cells) {
            table.row(
                    cell.workload().describe(Stage.ACCOUNTS),
                    String.valueOf(cell.clients()),
                    String.valueOf(Math.min(cell.clients(), sessions)),
                    range(cell.rowByRowPairsPerSecond()),
                    Figures.percentiles(cell.rowByRowLatencies()),
                    range(cell.corridor().pairsPerSecond()),
                    Figures.whole(cell.corridor().micros(load -> load.seen().generatorCpu())));
        }
        return table.toString();
    }

    String costs() {
        var costs = new CostTable("workload", "clients");
        for (var cell : cells) {
            costs.row(cell.corridor(), cell.workload().describe(Stage.ACCOUNTS), String.valueOf(cell.clients()));
        }
        return costs.toString();
    }

    /** Empty without a profile. */
    String parts() {
        return flames.map(graphs -> Report.section("Where Java's microseconds go", Parts.MEANING.formatted("a pair") + Parts.table(drawn(), graphs)))
                .orElse("");
    }

    private List<Parts.Drawn> drawn() {
        return cells.stream().map(cell -> new Parts.Drawn(cell.name(), cell.corridor().micros(load -> load.corridor().cpu()))).toList();
    }

    List<KeptResults.Figure> figures() {
        return cells.stream()
                .map(cell -> new KeptResults.Figure(
                        cell.workload(),
                        cell.clients(),
                        cell.corridor().micros(load -> load.corridor().plus(load.postgres()).cpu()),
                        ratio(cell)))
                .toList();
    }

    BarChart chart() {
        var panels = options.workloads().stream()
                .map(workload -> new BarChart.Panel(
                        workload.describe(Stage.ACCOUNTS),
                        cells.stream()
                                .filter(cell -> cell.workload() == workload)
                                .map(cell -> new BarChart.Group(
                                        Workload.clients(cell.clients()),
                                        List.of(yardstick(cell), cell.corridor().pairsPerSecond().median()),
                                        Figures.ratio(ratio(cell))))
                                .toList()))
                .toList();
        return new BarChart(
                "Create a quote and execute it: both durable, one machine, one PostgreSQL",
                "pairs/s",
                List.of("pgbench, row by row", "Corridor over HTTP"),
                panels);
    }

    /** The pairs per second of a cell, if measured. */
    OptionalDouble corridor(Workload workload, int clients) {
        return cells.stream()
                .filter(cell -> cell.workload() == workload && cell.clients() == clients)
                .mapToDouble(cell -> cell.corridor().pairsPerSecond().median())
                .findAny();
    }

    private double ratio(Cell cell) {
        return cell.corridor().pairsPerSecond().median() / yardstick(cell);
    }

    /** pgbench with the same number of clients. If PostgreSQL lacks sessions for them, pgbench's best result with any number. */
    private double yardstick(Cell cell) {
        return isCapped(cell)
                ? cells.stream()
                        .filter(other -> other.workload() == cell.workload())
                        .mapToDouble(other -> other.rowByRowPairsPerSecond().median())
                        .max()
                        .orElseThrow()
                : cell.rowByRowPairsPerSecond().median();
    }

    private boolean isCapped(Cell cell) {
        return cell.clients() > sessions;
    }

    private static String range(Rounds rounds) {
        return Figures.whole(rounds.lowest()) + " to " + Figures.whole(rounds.highest());
    }
}
