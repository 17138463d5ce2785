package dev.corridor.benchmarks.load;

import dev.corridor.benchmarks.http.Measurement;
import dev.corridor.benchmarks.report.Figures;
import dev.corridor.benchmarks.report.Rounds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.HdrHistogram.Histogram;

/** The rounds of one load. */
final class Loads {

    private static final double NANOS_PER_MICRO = 1e3;

    private final List<Load> rounds = new ArrayList<>();

    void add(Load load) {
        rounds.add(load);
    }

    Rounds pairsPerSecond() {
        return Rounds.of(rounds.stream().mapToDouble(Load::pairsPerSecond));
    }

    /** @param step {@code Trades.QUOTE} or {@code Trades.EXECUTE} */
    Histogram latencies(int step) {
        return sum(rounds.stream().map(load -> load.seen().latencies().get(step)).toList());
    }

    /** Counts by kind, such as {@code 12 x 503 service_unavailable}. */
    String errors() {
        return Measurement.describeErrors(rounds.stream().map(Load::seen).toList());
    }

    long drops() {
        return rounds.stream().map(Load::seen).mapToLong(Measurement::drops).sum();
    }

    /** CPU time per pair in microseconds; unknown for remote servers. */
    String cpuMicros(Function<Load, Duration> whose) {
        long pairs = rounds.stream().mapToLong(Load::pairs).sum();
        long nanos = rounds.stream().map(whose).mapToLong(Duration::toNanos).sum();
        return nanos > 0 && pairs > 0 ? Figures.whole(nanos / NANOS_PER_MICRO / pairs) : "unknown";
    }

    static Histogram sum(List<Histogram> histograms) {
        var sum = histograms.getFirst().copy();
        histograms.stream().skip(1).forEach(sum::add);
        return sum;
    }
}
