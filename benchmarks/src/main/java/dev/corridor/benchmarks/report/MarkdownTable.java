package dev.corridor.benchmarks.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A Markdown table that is aligned as text too: the first column to the left, numbers to the right. */
public final class MarkdownTable {

    private final int columns;
    private final List<List<String>> rows = new ArrayList<>();

    public MarkdownTable(String... headings) {
        this.columns = headings.length;
        row(headings);
    }

    public MarkdownTable row(String... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException("a row has " + columns + " cells, not " + cells.length);
        }
        rows.add(List.of(cells).stream().map(cell -> cell.replace("|", "\\|").replace("\n", " ")).toList());
        return this;
    }

    @Override
    public String toString() {
        var widths = IntStream.range(0, columns).map(this::width).toArray();
        var rule = IntStream.range(0, columns)
                .mapToObj(column -> column == 0 ? "-".repeat(widths[column]) : "-".repeat(widths[column] - 1) + ":")
                .toList();
        var text = new StringBuilder(line(rows.getFirst(), widths)).append(line(rule, widths));
        rows.stream().skip(1).map(row -> line(row, widths)).forEach(text::append);
        return text.toString();
    }

    private int width(int column) {
        return Math.max(3, rows.stream().mapToInt(row -> row.get(column).length()).max().orElseThrow());
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, widths.length)
                .mapToObj(column -> padded(cells.get(column), widths[column], column == 0))
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String padded(String cell, int width, boolean isLeft) {
        var padding = " ".repeat(width - cell.length());
        return isLeft ? cell + padding : padding + cell;
    }
}
