package dev.corridor.benchmarks.load;

import dev.corridor.benchmarks.report.Figures;
import dev.corridor.benchmarks.report.MarkdownTable;
import java.time.Duration;
import java.util.OptionalDouble;

/** The first seconds under load after a start, compared with the warm figure of the same workload. */
record AfterStart(Duration startUp, Load load, String memoryWhenReady, String memoryUnderLoad) {

    static final Workload WORKLOAD = Workload.UNIFORM;
    static final int CLIENTS = 32;

    static final int SECONDS = 10;

    static AfterStart measure(Stage restarted) {
        var server = restarted.corridor().server();
        var memoryWhenReady = server.residentMemory();
        var load = restarted.trade(WORKLOAD, CLIENTS, Duration.ZERO, Duration.ofSeconds(SECONDS));
        return new AfterStart(server.startUp(), load, memoryWhenReady, server.residentMemory());
    }

    /** Both starts, second by second. */
    static String table(AfterStart cold, AfterStart warmedUp, OptionalDouble warm) {
        var table = new MarkdownTable(
                "second after readiness", "pairs/s", "of the warm figure", "warmed up, pairs/s", "warmed up, of the warm figure");
        for (int second = 0; second < SECONDS; second++) {
            table.row(
                    String.valueOf(second + 1),
                    Figures.whole(cold.pairs(second)),
                    cold.share(second, warm),
                    Figures.whole(warmedUp.pairs(second)),
                    warmedUp.share(second, warm));
        }
        return table.toString();
    }

    private String share(int second, OptionalDouble warm) {
        return warm.isPresent() ? Figures.ratio(pairs(second) / warm.getAsDouble()) : "not measured";
    }

    private double pairs(int second) {
        var seconds = load.seen().roundsBySecond();
        return second < seconds.size() ? seconds.get(second) : 0;
    }
}
