package dev.corridor.benchmarks.http;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.HdrHistogram.Histogram;

/** Collects a measurement during the load. Everything is counted; latencies and rounds only between lead-in and end. */
final class Recording {

    private static final long LONGEST_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int SIGNIFICANT_DIGITS = 3;
    private static final Pattern CODE = Pattern.compile("\"code\":\"([^\"]*)\"");

    private final long startNanos;
    private final long fromNanos;
    private final long toNanos;
    private final long cpuAtStartNanos = cpuOfThisThreadNanos();
    private final List<Histogram> latencies;
    private final Histogram roundLatencies = newHistogram();
    private final long[] accepted;
    private final Map<String, Long> errors = new TreeMap<>();
    private final List<Long> roundsBySecond = new ArrayList<>();
    private long rounds;
    private long drops;

    Recording(int steps, long startNanos, long fromNanos, long toNanos) {
        this.startNanos = startNanos;
        this.fromNanos = fromNanos;
        this.toNanos = toNanos;
        this.latencies = Stream.generate(Recording::newHistogram).limit(steps).toList();
        this.accepted = new long[steps];
    }

    void add(Reply reply, long nowNanos) {
        if (!reply.isAccepted()) {
            errors.merge(describe(reply.answer()), 1L, Long::sum);
            return;
        }
        accepted[reply.step()]++;
        if (reply.endsRound()) {
            countBySecond(nowNanos);
        }
        // Latencies by the instant at which a round was due: what comes late must not be left out.
        if (isMeasured(reply.dueNanos())) {
            record(latencies.get(reply.step()), reply.nanos());
            if (reply.endsRound()) {
                record(roundLatencies, nowNanos - reply.dueNanos());
            }
        }
        if (reply.endsRound() && isMeasured(nowNanos)) {
            rounds++;
        }
    }

    private boolean isMeasured(long nanos) {
        return nanos >= fromNanos && nanos < toNanos;
    }

    private static void record(Histogram histogram, long nanos) {
        histogram.recordValue(Math.min(nanos, LONGEST_NANOS));
    }

    private static Histogram newHistogram() {
        return new Histogram(LONGEST_NANOS, SIGNIFICANT_DIGITS);
    }

    void drop() {
        drops++;
    }

    /** A load that runs out of requests ends early. */
    Measurement end(long nowNanos) {
        return new Measurement(
                rounds,
                Duration.ofNanos(Math.max(1, Math.min(nowNanos, toNanos) - fromNanos)),
                latencies,
                roundLatencies,
                Arrays.stream(accepted).boxed().toList(),
                errors,
                drops,
                roundsBySecond,
                Duration.ofNanos(cpuOfThisThreadNanos() - cpuAtStartNanos));
    }

    private void countBySecond(long nowNanos) {
        int second = (int) TimeUnit.NANOSECONDS.toSeconds(nowNanos - startNanos);
        while (roundsBySecond.size() <= second) {
            roundsBySecond.add(0L);
        }
        roundsBySecond.set(second, roundsBySecond.get(second) + 1);
    }

    private static String describe(Answer answer) {
        var code = CODE.matcher(answer.body());
        return code.find() ? answer.status() + " " + code.group(1) : String.valueOf(answer.status());
    }

    private static long cpuOfThisThreadNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
