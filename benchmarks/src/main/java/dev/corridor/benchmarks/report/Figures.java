package dev.corridor.benchmarks.report;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** How numbers are written. */
public final class Figures {

    private static final double NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private Figures() {}

    /** Whole, in groups of three digits: {@code 11,554}. */
    public static String whole(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    /** How many times: {@code 3.83x}, {@code 13.5x}. */
    public static String ratio(double number) {
        return String.format(Locale.ROOT, number < 10 ? "%.2fx" : "%.1fx", number);
    }

    /** {@code 0.62 / 1.1 / 2.7 / 14} milliseconds: p50, p95, p99 and the longest. Two digits, which is more than a short run can tell. */
    public static String percentiles(Histogram nanos) {
        return nanos.getTotalCount() == 0
                ? "none"
                : String.join(
                        " / ",
                        millis(nanos.getValueAtPercentile(50)),
                        millis(nanos.getValueAtPercentile(95)),
                        millis(nanos.getValueAtPercentile(99)),
                        millis(nanos.getMaxValue()));
    }

    public static String millis(double nanos) {
        double millis = nanos / NANOS_PER_MILLI;
        return String.format(Locale.ROOT, millis < 1 ? "%.2f" : millis < 10 ? "%.1f" : "%,.0f", millis);
    }
}
