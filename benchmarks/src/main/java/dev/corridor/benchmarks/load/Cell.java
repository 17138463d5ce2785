package dev.corridor.benchmarks.load;

import dev.corridor.benchmarks.baseline.RowByRow;
import dev.corridor.benchmarks.report.Rounds;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** A workload with a number of clients, on both sides, in several rounds. */
final class Cell {

    private final Workload workload;
    private final int clients;
    private final List<RowByRow.Measurement> rowByRow = new ArrayList<>();
    private final Loads corridor = new Loads();

    Cell(Workload workload, int clients) {
        this.workload = workload;
        this.clients = clients;
    }

    void add(RowByRow.Measurement rowByRowRound, Load corridorRound) {
        rowByRow.add(rowByRowRound);
        corridor.add(corridorRound);
    }

    /** For files: {@code hot-32}. */
    String name() {
        return workload.toString().toLowerCase(Locale.ROOT) + "-" + clients;
    }

    Workload workload() {
        return workload;
    }

    int clients() {
        return clients;
    }

    Loads corridor() {
        return corridor;
    }

    Rounds rowByRowPairsPerSecond() {
        return Rounds.of(rowByRow.stream().mapToDouble(RowByRow.Measurement::pairsPerSecond));
    }

    /** Of whole pairs. */
    Histogram rowByRowLatencies() {
        return Loads.sum(rowByRow.stream().map(RowByRow.Measurement::latencies).toList());
    }
}
