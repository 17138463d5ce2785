package dev.corridor.benchmarks.load;

import dev.corridor.benchmarks.report.BarChart;
import dev.corridor.benchmarks.report.Figures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * The results that are kept in version control, run after run: a line of {@code kept.csv} for each cell, and {@code kept.svg} drawn from it.
 * Figures of two days are not comparable in themselves. What a pair costs comes closest to it; the ratio to pgbench stands beside it.
 */
final class KeptResults {

    private static final String HEAD = "date,commit,workload,clients,us a pair,ratio to pgbench\n";
    private static final int SHOWN_RUNS = 6;
    private static final List<Integer> SHOWN_CLIENTS = List.of(1, 32, 128);

    private final Path lines;
    private final Path chart;

    KeptResults(Path directory) {
        this.lines = directory.resolve("kept.csv");
        this.chart = directory.resolve("kept.svg");
    }

    /**
     * A cell of a run.
     *
     * @param micros a pair, of Java without its compilers, and of PostgreSQL
     * @param ratio of its throughput to pgbench's
     */
    record Figure(Workload workload, int clients, double micros, double ratio) {}

    private record Line(String date, String commit, Figure figure) {

        static Line parse(String text) {
            var words = text.split(",");
            var figure = new Figure(
                    Workload.parse(words[2]), Integer.parseInt(words[3]), Double.parseDouble(words[4]), Double.parseDouble(words[5]));
            return new Line(words[0], words[1], figure);
        }

        String text() {
            return String.format(
                    Locale.ROOT,
                    "%s,%s,%s,%d,%.0f,%.2f%n",
                    date,
                    commit,
                    figure.workload.name().toLowerCase(Locale.ROOT),
                    figure.clients,
                    figure.micros,
                    figure.ratio);
        }

        String run() {
            return date + " " + commit;
        }
    }

    void add(LocalDate date, String commit, List<Figure> figures) {
        try {
            if (!Files.exists(lines)) {
                Files.writeString(lines, HEAD);
            }
            for (var figure : figures) {
                Files.writeString(lines, new Line(date.toString(), commit, figure).text(), StandardOpenOption.APPEND);
            }
            Files.writeString(chart, draw(Files.readAllLines(lines).stream().skip(1).map(Line::parse).toList()).svg());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BarChart draw(List<Line> all) {
        var runs = all.stream().map(Line::run).distinct().toList();
        var shown = runs.subList(Math.max(0, runs.size() - SHOWN_RUNS), runs.size());
        var panels = new ArrayList<BarChart.Panel>();
        for (var workload : List.of(Workload.UNIFORM, Workload.HOT)) {
            for (int clients : SHOWN_CLIENTS) {
                var groups = shown.stream()
                        .flatMap(run -> all.stream()
                                .filter(line -> line.run().equals(run) && line.figure.workload == workload && line.figure.clients == clients)
                                .map(KeptResults::group))
                        .toList();
                if (!groups.isEmpty()) {
                    panels.add(new BarChart.Panel(workload.name().toLowerCase(Locale.ROOT) + ", " + Workload.clients(clients), groups));
                }
            }
        }
        return new BarChart(
                "What a pair costs, run after run; above each bar the ratio to pgbench", "us", List.of("Java and PostgreSQL"), panels);
    }

    private static BarChart.Group group(Line line) {
        return new BarChart.Group(line.commit, List.of(line.figure.micros), Figures.ratio(line.figure.ratio));
    }
}
