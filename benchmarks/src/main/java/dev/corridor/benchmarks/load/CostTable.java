package dev.corridor.benchmarks.load;

import dev.corridor.benchmarks.machine.Usage;
import dev.corridor.benchmarks.report.Figures;
import dev.corridor.benchmarks.report.MarkdownTable;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Stream;

/** What a pair costs the servers: the figure that holds on a machine whose speed changes. */
final class CostTable {

    static final String MEANING = """
            Microseconds of a processor a pair, as Linux's scheduler counts them. The JVM's compilers are apart, because they work less the
            longer the service runs; the sum is without them. Context switches are those of all threads.

            """;

    private static final String[] COLUMNS = {"Java", "PostgreSQL", "**sum**", "compilers", "switches: Java", "PostgreSQL"};

    private final MarkdownTable table;

    /** @param names the headings of the columns that name a row */
    CostTable(String... names) {
        this.table = new MarkdownTable(concatenated(names, COLUMNS));
    }

    void row(Loads loads, String... names) {
        table.row(concatenated(
                names,
                micros(loads, load -> load.corridor().cpu()),
                micros(loads, load -> load.postgres().cpu()),
                "**" + micros(loads, load -> load.corridor().plus(load.postgres()).cpu()) + "**",
                micros(loads, load -> load.corridor().compilers()),
                switches(loads, Load::corridor),
                switches(loads, Load::postgres)));
    }

    private static String micros(Loads loads, Function<Load, Duration> whose) {
        return known(loads.micros(whose));
    }

    private static String switches(Loads loads, Function<Load, Usage> whose) {
        return known(loads.aPair(load -> whose.apply(load).contextSwitches()));
    }

    private static String known(double figure) {
        return figure > 0 ? Figures.whole(figure) : "unknown";
    }

    private static String[] concatenated(String[] first, String... rest) {
        return Stream.concat(Arrays.stream(first), Arrays.stream(rest)).toArray(String[]::new);
    }

    @Override
    public String toString() {
        return table.toString();
    }
}
