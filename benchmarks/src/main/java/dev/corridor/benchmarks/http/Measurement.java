package dev.corridor.benchmarks.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/**
 * The result of a load.
 *
 * @param rounds completed within the measured time
 * @param latencies in nanoseconds per step, of accepted responses in rounds that were due within the measured time
 * @param roundLatencies of those rounds as a whole, from the instant at which they were due
 * @param accepted expected responses per step, including the lead-in
 * @param errors all other responses, by status and code
 * @param drops requests without a response
 * @param roundsBySecond completed rounds per second since the first request, including the lead-in
 * @param generatorCpu CPU time of the generator, from the first request to the last response
 */
public record Measurement(
        long rounds,
        Duration time,
        List<Histogram> latencies,
        Histogram roundLatencies,
        List<Long> accepted,
        Map<String, Long> errors,
        long drops,
        List<Long> roundsBySecond,
        Duration generatorCpu) {

    public Measurement {
        latencies = List.copyOf(latencies);
        accepted = List.copyOf(accepted);
        errors = Map.copyOf(errors);
        roundsBySecond = List.copyOf(roundsBySecond);
    }

    public double roundsPerSecond() {
        return rounds * 1e9 / time.toNanos();
    }

    /** Counts by kind, such as {@code 12 x 503 service_unavailable}, or 0. */
    public static String describeErrors(List<Measurement> measurements) {
        var sums = new TreeMap<String, Long>();
        measurements.forEach(measurement -> measurement.errors.forEach((error, count) -> sums.merge(error, count, Long::sum)));
        return sums.isEmpty()
                ? "0"
                : sums.entrySet().stream().map(sum -> sum.getValue() + " x " + sum.getKey()).collect(Collectors.joining(", "));
    }
}
