package dev.corridor.benchmarks.report;

import java.util.List;
import java.util.Locale;

/**
 * An SVG chart: bars in groups, groups in panels on a common scale.
 *
 * @param series the meaning of a group's bars, in order; at most one per colour
 */
public record BarChart(String title, String unit, List<String> series, List<Panel> panels) {

    /** A heading with its groups. */
    public record Panel(String heading, List<Group> groups) {}

    /**
     * Adjacent bars.
     *
     * @param values one per series
     * @param note above the last bar, such as its ratio to the others
     */
    public record Group(String label, List<Double> values, String note) {}

    private static final List<String> COLOURS = List.of("#9aa5b1", "#0b6e99", "#d9822b");
    private static final int BAR = 26;
    private static final int GAP = 26;
    private static final int LEFT = 64;
    private static final int TOP = 84;
    private static final int HEIGHT = 260;
    private static final int BOTTOM = 44;
    private static final int PANEL_GAP = 36;
    private static final int LEGEND_STEP = 190;
    private static final int SMALLEST_WIDTH = 640;

    public BarChart {
        if (series.size() > COLOURS.size()) {
            throw new IllegalArgumentException("there are " + COLOURS.size() + " colours");
        }
        for (var panel : panels) {
            for (var group : panel.groups()) {
                if (group.values().size() != series.size()) {
                    throw new IllegalArgumentException(group.label() + " has a bar for each series");
                }
            }
        }
    }

    public String svg() {
        double step = step(panels.stream().flatMap(panel -> panel.groups().stream()).flatMap(group -> group.values().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(1));
        double top = step * 5;
        int width = Math.max(SMALLEST_WIDTH, LEFT + panels.stream().mapToInt(panel -> width(panel) + PANEL_GAP).sum());
        int height = TOP + HEIGHT + BOTTOM;
        var svg = new StringBuilder(format(
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img" aria-label="%s" \
                font-family="system-ui, sans-serif" font-size="12" fill="#1f2933">
                <rect width="%d" height="%d" fill="#ffffff"/>
                """,
                width, height, width, height, escaped(title), width, height));
        svg.append(text(16, 24, "start", " font-size=\"16\" font-weight=\"600\"", title));
        legend(svg);
        scale(svg, step, width);
        int left = LEFT;
        for (var panel : panels) {
            panel(svg, panel, left, top);
            left += width(panel) + PANEL_GAP;
        }
        return svg.append("</svg>\n").toString();
    }

    private void legend(StringBuilder svg) {
        int x = 16;
        for (int i = 0; i < series.size(); i++) {
            svg.append(rectangle(x, 38, 12, 12, COLOURS.get(i), series.get(i)));
            svg.append(text(x + 18, 48, "start", "", series.get(i)));
            x += LEGEND_STEP;
        }
    }

    private void scale(StringBuilder svg, double step, int width) {
        for (int line = 0; line <= 5; line++) {
            double y = TOP + HEIGHT - HEIGHT * line / 5.0;
            svg.append(format("<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"#e4e7eb\"/>\n", LEFT, y, width - 16, y));
            svg.append(text(LEFT - 8, y + 4, "end", "", Figures.whole(step * line)));
        }
        svg.append(text(LEFT - 8, TOP - 16, "end", " fill=\"#52606d\"", unit));
    }

    private void panel(StringBuilder svg, Panel panel, int left, double top) {
        int x = left + GAP / 2;
        for (var group : panel.groups()) {
            for (int i = 0; i < series.size(); i++) {
                double value = group.values().get(i);
                double height = HEIGHT * value / top;
                var says = series.get(i) + ", " + group.label() + ": " + Figures.whole(value);
                svg.append(rectangle(x + i * BAR, TOP + HEIGHT - height, BAR - 2, height, COLOURS.get(i), says));
            }
            double highest = HEIGHT * group.values().stream().mapToDouble(Double::doubleValue).max().orElse(0) / top;
            double middle = x + series.size() * BAR / 2.0;
            svg.append(text(middle, TOP + HEIGHT - highest - 5, "middle", " font-weight=\"600\"", group.note()));
            svg.append(text(middle, TOP + HEIGHT + 16, "middle", "", group.label()));
            x += series.size() * BAR + GAP;
        }
        svg.append(text(left + width(panel) / 2.0, TOP + HEIGHT + 36, "middle", " fill=\"#52606d\"", panel.heading()));
    }

    private int width(Panel panel) {
        return panel.groups().size() * (series.size() * BAR + GAP);
    }

    /** A fifth of the scale: the smallest of 1, 2, 2.5, 5 times a power of ten that leaves room above the highest bar. */
    private static double step(double highest) {
        double atLeast = Math.max(1, highest * 1.05) / 5;
        double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
        for (double factor : new double[]{1, 2, 2.5, 5}) {
            if (factor * power >= atLeast) {
                return factor * power;
            }
        }
        return 10 * power;
    }

    /** Browsers show the title as a tooltip. */
    private static String rectangle(double x, double y, double width, double height, String colour, String title) {
        return format(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"><title>%s</title></rect>\n",
                x, y, width, height, colour, escaped(title));
    }

    private static String text(double x, double y, String anchor, String attributes, String text) {
        return format("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\"%s>%s</text>\n", x, y, anchor, attributes, escaped(text));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
