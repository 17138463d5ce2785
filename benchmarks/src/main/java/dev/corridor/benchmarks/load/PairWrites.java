package dev.corridor.benchmarks.load;

import dev.corridor.benchmarks.corridor.Writes;
import dev.corridor.benchmarks.report.MarkdownTable;
import java.io.PrintStream;
import java.util.Locale;

/** What a pair writes in PostgreSQL. Unlike its speed, this hardly depends on the machine. */
final class PairWrites {

    private PairWrites() {}

    /** One load for each number of clients, without a checkpoint before it. */
    static String measure(Options options, Stage stage, PrintStream progress) {
        var postgres = stage.corridor().postgres();
        var table = new MarkdownTable("clients", "rows", "index entries", "log, bytes", "of them full pages", "kept for ever, bytes");
        for (int clients : options.clients()) {
            progress.printf("counting writes, clients: %d%n", clients);
            var before = Writes.of(postgres);
            long pairs = stage.trade(Workload.UNIFORM, clients, Options.LEAD_IN, options.measured()).pairs();
            var writes = Writes.of(postgres).minus(before);
            table.row(
                    String.valueOf(clients),
                    aPair(writes.rows(), pairs, 1),
                    aPair(writes.indexEntries(), pairs, 1),
                    aPair(writes.walBytes(), pairs, 0),
                    aPair(writes.fullPages() * Writes.PAGE_BYTES, pairs, 0),
                    aPair(writes.keptBytes(), pairs, 0));
        }
        return table.toString();
    }

    private static String aPair(long number, long pairs, int decimals) {
        return String.format(Locale.ROOT, "%,." + decimals + "f", (double) number / pairs);
    }
}
