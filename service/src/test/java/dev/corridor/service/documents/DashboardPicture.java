package dev.corridor.service.documents;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A dashboard as an SVG: its panels where the dashboard has them, and in each the lines of its queries.
 *
 * @param span from the left end of each panel to its right one
 */
public record DashboardPicture(String title, Duration span, List<Panel> panels) {

    /**
     * @param unit as Grafana calls it
     * @param column 0 for the left one
     * @param row from 0
     */
    public record Panel(String title, String unit, int column, int row, List<Line> lines) {}

    /** @param points in the order of time, at equal distances; empty where there was no number */
    public record Line(String label, List<Optional<Double>> points) {}

    private static final List<String> COLOURS = List.of("#0b6e99", "#d9822b", "#3d9a50", "#a5486f", "#6b5bb0", "#9aa5b1", "#b8a022", "#2aa198");
    private static final int WIDTH = 620;
    private static final int HEIGHT = 230;
    private static final int LEFT = 62;
    private static final int RIGHT = 16;
    private static final int TOP = 40;
    private static final int BOTTOM = 58;
    private static final int HEAD = 46;
    private static final int GAP = 10;
    private static final int STEPS = 4;
    private static final int LABEL_LENGTH = 34;
    private static final int LEGEND_COLUMNS = 2;
    private static final int LEGEND_ROWS = 2;
    private static final int LEGEND_LINE = 14;

    public String svg() {
        int rows = panels.stream().mapToInt(Panel::row).max().orElse(0) + 1;
        int width = 2 * (WIDTH + GAP) + GAP;
        int height = HEAD + rows * (HEIGHT + GAP);
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" aria-label="%s" \
                font-family="system-ui, sans-serif" font-size="11" fill="#1f2933">
                <rect width="%d" height="%d" fill="#eef1f4"/>
                <text x="%d" y="30" font-size="18">%s, %d seconds of a real run</text>
                %s
                </svg>
                """.formatted(width, height, width, height, escaped(title), width, height, GAP, escaped(title), span.toSeconds(),
                panels.stream().map(this::svg).collect(Collectors.joining("\n")));
    }

    private String svg(Panel panel) {
        double most = panel.lines().stream().flatMap(line -> line.points().stream()).flatMap(Optional::stream)
                .mapToDouble(Double::doubleValue).max().orElse(0);
        double top = roundedUp(most);
        var grid = IntStream.rangeClosed(0, STEPS).mapToObj(step -> {
            double value = top * step / STEPS;
            double y = y(value, top);
            return number("<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#dde2e7\"/>", LEFT, WIDTH - RIGHT, y, y)
                    + number("<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\" fill=\"#52606d\">%s</text>", LEFT - 6, y + 4,
                            written(value, panel.unit()));
        });
        var lines = IntStream.range(0, panel.lines().size()).mapToObj(i -> path(panel.lines().get(i), COLOURS.get(i % COLOURS.size()), top));
        return """
                <g transform="translate(%d %d)">
                <rect width="%d" height="%d" rx="4" fill="#ffffff"/>
                <text x="12" y="22" font-size="13">%s</text>
                %s
                </g>""".formatted(GAP + panel.column() * (WIDTH + GAP), HEAD + panel.row() * (HEIGHT + GAP), WIDTH, HEIGHT, escaped(panel.title()),
                Stream.of(grid, lines, legend(panel)).flatMap(part -> part).collect(Collectors.joining("\n")));
    }

    private static Stream<String> legend(Panel panel) {
        int shown = Math.min(panel.lines().size(), LEGEND_COLUMNS * LEGEND_ROWS);
        int more = panel.lines().size() - shown;
        return IntStream.range(0, shown).mapToObj(i -> {
            int x = LEFT + i % LEGEND_COLUMNS * (WIDTH - LEFT) / LEGEND_COLUMNS;
            int y = HEIGHT - BOTTOM + 30 + i / LEGEND_COLUMNS * LEGEND_LINE;
            var label = panel.lines().get(i).label();
            var text = (label.length() > LABEL_LENGTH ? label.substring(0, LABEL_LENGTH) + "…" : label)
                    + (i == shown - 1 && more > 0 ? ", and " + more + " more" : "");
            return "<rect x=\"%d\" y=\"%d\" width=\"10\" height=\"3\" fill=\"%s\"/><text x=\"%d\" y=\"%d\">%s</text>"
                    .formatted(x, y - 5, COLOURS.get(i % COLOURS.size()), x + 15, y, escaped(text));
        });
    }

    private static String path(Line line, String colour, double top) {
        var path = new StringBuilder();
        boolean isDrawing = false;
        for (int i = 0; i < line.points().size(); i++) {
            var point = line.points().get(i);
            if (point.isPresent()) {
                double x = LEFT + (double) i * (WIDTH - LEFT - RIGHT) / Math.max(1, line.points().size() - 1);
                path.append(number("%s%.1f %.1f", isDrawing ? "L" : "M", x, y(point.get(), top)));
            }
            isDrawing = point.isPresent();
        }
        return "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"1.5\"/>".formatted(path, colour);
    }

    private static double y(double value, double top) {
        return HEIGHT - BOTTOM - value / top * (HEIGHT - TOP - BOTTOM);
    }

    /** To 1, 2 or 5 times a power of ten. */
    private static double roundedUp(double value) {
        if (value <= 0) {
            return 1;
        }
        double power = Math.pow(10, Math.floor(Math.log10(value)));
        return Stream.of(1, 2, 5, 10).map(factor -> factor * power).filter(bound -> bound >= value).findFirst().orElse(10 * power);
    }

    private static String written(double value, String unit) {
        return switch (unit) {
            case "s" -> value >= 1 || value == 0 ? plain(value) + " s" : plain(value * 1_000) + " ms";
            case "bytes" -> number("%,.0f MiB", value / (1 << 20));
            case "reqps", "ops" -> plain(value) + "/s";
            default -> plain(value);
        };
    }

    private static String plain(double value) {
        return value >= 1_000 ? number("%,.0f", value) : number("%.3f", value).replaceAll("\\.?0+$", "");
    }

    private static String number(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
