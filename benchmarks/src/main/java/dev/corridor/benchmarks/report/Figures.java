package dev.corridor.benchmarks.report;

import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;

/** Formats numbers. */
public final class Figures {

    private static final double NANOS_PER_MILLI = TimeUnit.MILLISECONDS.toNanos(1);

    private Figures() {}

    /** Rounded, with thousands separators: {@code 11,554}. */
    public static String whole(double number) {
        return String.format(Locale.ROOT, "%,.0f", number);
    }

    /** Of small ones a decimal counts: {@code 3.4}, {@code 34}. */
    public static String micros(double number) {
        return number < 10 ? String.format(Locale.ROOT, "%.1f", number) : whole(number);
    }

    /** A factor: {@code 3.83x}, {@code 13.5x}. */
    public static String ratio(double number) {
        return String.format(Locale.ROOT, number < 10 ? "%.2fx" : "%.1fx", number);
    }

    /** p50, p95, p99 and maximum in milliseconds, {@code 0.62 / 1.1 / 2.7 / 14}. Two digits, the precision of a short run. */
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
