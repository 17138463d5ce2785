package dev.corridor.benchmarks.http;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.HdrHistogram.Histogram;

/**
 * What a load generator saw.
 *
 * @param rounds rounds that ended within the measured time
 * @param latencies of the accepted answers within the measured time, in nanoseconds, for each step of a round
 * @param accepted answers that went as hoped, for each step, from the first request to the last, the lead-in included
 * @param errors other answers, all of them, by status and body's code
 * @param drops requests that got no answer
 * @param roundsBySecond rounds that ended in each second since the first request, the lead-in included
 * @param generatorCpu what the generator itself took of a processor, from the first request to the last answer
 */
public record Measurement(
        long rounds,
        Duration time,
        List<Histogram> latencies,
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

    /** How many of which, such as {@code 12 x 503 service_unavailable}, or 0. */
    public static String describeErrors(List<Measurement> measurements) {
        var sums = new TreeMap<String, Long>();
        measurements.forEach(measurement -> measurement.errors.forEach((error, count) -> sums.merge(error, count, Long::sum)));
        return sums.isEmpty()
                ? "0"
                : sums.entrySet().stream().map(sum -> sum.getValue() + " x " + sum.getKey()).collect(Collectors.joining(", "));
    }
}
