package dev.corridor.benchmarks.load;

import dev.corridor.benchmarks.report.Figures;
import dev.corridor.benchmarks.report.MarkdownTable;
import java.time.Duration;
import java.util.OptionalDouble;

/** What a server that has just been started is worth: its first seconds under load, beside the warm figure of the same workload. */
record AfterStart(Load load, String memoryWhenReady, String memoryUnderLoad) {

    static final Workload WORKLOAD = Workload.UNIFORM;
    static final int CLIENTS = 32;

    static final int SECONDS = 10;

    /** The load begins at once. */
    static AfterStart measure(Stage restarted) {
        var server = restarted.corridor().server();
        var memoryWhenReady = server.residentMemory();
        var load = restarted.trade(WORKLOAD, CLIENTS, Duration.ZERO, Duration.ofSeconds(SECONDS));
        return new AfterStart(load, memoryWhenReady, server.residentMemory());
    }

    String table(OptionalDouble warm) {
        var table = new MarkdownTable("second after readiness", "pairs/s", "of the warm figure");
        var seconds = load.seen().roundsBySecond();
        for (int second = 0; second < Math.min(SECONDS, seconds.size()); second++) {
            double pairs = seconds.get(second);
            table.row(
                    String.valueOf(second + 1),
                    Figures.whole(pairs),
                    warm.isPresent() ? Figures.ratio(pairs / warm.getAsDouble()) : "not measured");
        }
        return table.toString();
    }
}
