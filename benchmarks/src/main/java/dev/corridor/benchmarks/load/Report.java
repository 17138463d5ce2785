package dev.corridor.benchmarks.load;

import dev.corridor.benchmarks.report.BarChart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * The result of a run.
 *
 * @param differences in the books, which invalidate all figures
 * @param figures for {@link KeptResults}, if the run has any
 */
record Report(String name, String markdown, Optional<BarChart> chart, List<String> differences, List<KeptResults.Figure> figures) {

    Report(String name, String markdown, BarChart chart, List<String> differences) {
        this(name, markdown, Optional.of(chart), differences, List.of());
    }

    /** With figures that can be kept. */
    Report with(List<KeptResults.Figure> kept) {
        return new Report(name, markdown, chart, differences, kept);
    }

    /** Without a chart, of a run that checks no books. */
    static Report text(String name, String markdown) {
        return new Report(name, markdown, Optional.empty(), List.of(), List.of());
    }

    void write(Path directory) {
        try {
            Files.createDirectories(directory);
            Files.writeString(directory.resolve(name + ".md"), markdown);
            if (chart.isPresent()) {
                Files.writeString(directory.resolve(name + ".svg"), chart.get().svg());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** When and how it was measured, and on which machine. */
    static String conditions(Options options, List<String> facts) {
        return "Measured at " + Instant.now().truncatedTo(ChronoUnit.MINUTES) + "; rounds: " + options.rounds() + ", seconds each: "
                + options.measured().toSeconds() + "; medians. Everything, the load generator too, ran on this machine:\n\n"
                + bullets(facts) + "\n\n";
    }

    static String picture(String name) {
        return "![pairs per second](" + name + ".svg)\n\n";
    }

    static String section(String heading, String text) {
        return "## " + heading + "\n\n" + text.strip() + "\n\n";
    }

    static String bullets(List<String> lines) {
        return "- " + String.join("\n- ", lines);
    }

    /** The given sentence, or the differences. */
    static String verdict(String allIsWell, List<String> differences) {
        return differences.isEmpty() ? allIsWell : "**The books do not add up, so no figure here counts:**\n\n" + bullets(differences);
    }
}
