package dev.corridor.benchmarks.load;

import dev.corridor.benchmarks.machine.BenchException;
import dev.corridor.benchmarks.report.Figures;
import dev.corridor.benchmarks.report.MarkdownTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Where the samples of a profile fell. The JVM's compilers are left out, as in {@link CostTable}. */
record Parts(Map<Part, Long> samples) {

    static final String MEANING = """
            Microseconds of a processor %1$s: each part's share of the profiler's samples, of what Java takes for %1$s. The JVM's compilers are left out.

            """;

    private static final List<String> COMPILERS = List.of("[C1 CompilerThre", "[C2 CompilerThre");

    /** Of a file with a line for each stack: the thread, the frames from the outermost, and the number of samples. */
    static Parts read(Path stacks) {
        try {
            return of(Files.readAllLines(stacks));
        } catch (IOException e) {
            throw new BenchException(stacks + " cannot be read", e);
        }
    }

    static Parts of(List<String> stacks) {
        var samples = new EnumMap<Part, Long>(Part.class);
        for (var stack : stacks) {
            int end = stack.lastIndexOf(' ');
            var frames = stack.substring(0, end).split(";");
            if (COMPILERS.stream().noneMatch(frames[0]::startsWith)) {
                samples.merge(Part.of(frames), Long.parseLong(stack.substring(end + 1)), Long::sum);
            }
        }
        return new Parts(samples);
    }

    double shareOf(Part part) {
        long all = samples.values().stream().mapToLong(Long::longValue).sum();
        return all == 0 ? 0 : (double) samples.getOrDefault(part, 0L) / all;
    }

    /** What was drawn, and the microseconds of Java to divide among the parts. */
    record Drawn(String name, double micros) {}

    /** A column for each that was drawn. */
    static String table(List<Drawn> all, FlameGraphs graphs) {
        var titles = new ArrayList<String>(List.of("part"));
        all.forEach(drawn -> titles.add(drawn.name));
        titles.add("needed because");
        var table = new MarkdownTable(titles.toArray(String[]::new));
        var parts = all.stream().map(drawn -> read(graphs.stacks(drawn.name))).toList();
        for (var part : Part.values()) {
            var row = new ArrayList<String>(List.of(part.title()));
            for (int i = 0; i < all.size(); i++) {
                row.add(Figures.micros(parts.get(i).shareOf(part) * all.get(i).micros));
            }
            row.add(part.need());
            table.row(row.toArray(String[]::new));
        }
        return table.toString();
    }
}
