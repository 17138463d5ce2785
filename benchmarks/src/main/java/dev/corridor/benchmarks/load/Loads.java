package dev.corridor.benchmarks.load;

import dev.corridor.benchmarks.http.Measurement;
import dev.corridor.benchmarks.report.Rounds;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
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

    /** Including the lead-ins. */
    long pairs() {
        return rounds.stream().mapToLong(Load::pairs).sum();
    }

    Histogram pairLatencies() {
        return sum(rounds.stream().map(load -> load.seen().roundLatencies()).toList());
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

    /** Microseconds of a processor per pair; zero for remote servers. */
    double micros(Function<Load, Duration> whose) {
        return aPair(load -> whose.apply(load).toNanos() / NANOS_PER_MICRO);
    }

    double aPair(ToDoubleFunction<Load> what) {
        long pairs = pairs();
        return pairs == 0 ? 0 : rounds.stream().mapToDouble(what).sum() / pairs;
    }

    static Histogram sum(List<Histogram> histograms) {
        var sum = histograms.getFirst().copy();
        histograms.stream().skip(1).forEach(sum::add);
        return sum;
    }
}
