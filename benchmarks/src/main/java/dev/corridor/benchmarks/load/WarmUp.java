package dev.corridor.benchmarks.load;

import dev.corridor.benchmarks.report.Figures;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Load until what a pair costs Java stands still. It counts pairs and not seconds: the JVM compiles what has run often, so a service that was
 * slower for the same time would be compiled less, and look slower still.
 */
final class WarmUp {

    private static final int CLIENTS = 32;
    private static final Duration STEP = Duration.ofSeconds(3);

    /** The JVM's last compilations of the hot path come after some ten thousand pairs. */
    private static final long FEWEST_PAIRS = 20_000;

    /** The last steps must lie this close together. */
    private static final double STILL = 0.05;

    private static final int STEPS = 3;

    private final Duration limit;
    private final PrintStream progress;

    WarmUp(Duration limit, PrintStream progress) {
        this.limit = limit;
        this.progress = progress;
    }

    /** Returns how it went, as a fact for the report. */
    String run(Stage stage) {
        var costs = new ArrayList<Double>();
        long pairs = 0;
        var spent = Duration.ZERO;
        boolean isStill = false;
        while (!isStill && spent.compareTo(limit) < 0) {
            var step = STEP.compareTo(limit) < 0 ? STEP : limit;
            var loads = new Loads();
            loads.add(stage.trade(Workload.UNIFORM, CLIENTS, Duration.ZERO, step));
            spent = spent.plus(step);
            pairs += loads.pairs();
            costs.add(loads.micros(load -> load.corridor().cpu()));
            isStill = pairs >= FEWEST_PAIRS && standStill(costs);
        }
        var fact = "warmed up by %s pairs in %d s; a pair then cost Java %s us, which %s".formatted(
                Figures.whole(pairs), spent.toSeconds(), Figures.whole(costs.getLast()), isStill ? "stood still" : "had not come to stand still");
        progress.println(fact);
        return fact;
    }

    private static boolean standStill(List<Double> costs) {
        if (costs.size() < STEPS) {
            return false;
        }
        var last = costs.subList(costs.size() - STEPS, costs.size());
        double lowest = last.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
        double highest = last.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
        return highest <= lowest * (1 + STILL);
    }
}
