package dev.corridor.domain.access;

import java.time.Duration;

/**
 * A token bucket: it holds {@code burst} requests and refills evenly, {@code requests} in each period. Written {@code 120/min} or {@code
 * 120/min burst 20}; the period is {@code s}, {@code min} or {@code h}. Without a burst, the burst equals the requests of a period.
 *
 * @param requests refilled in each period
 * @param burst the capacity of the bucket
 */
public record RateLimit(long requests, Duration period, long burst) implements Limit {

    private static final long MOST = 1_000_000_000;
    private static final int MAX_DIGITS = 10;
    private static final String BURST = " burst ";

    public RateLimit {
        if (requests < 1 || requests > MOST || burst < 1 || burst > MOST) {
            throw new IllegalArgumentException("a rate is from 1 to " + MOST + ", and so is a burst");
        }
        if (period.compareTo(Duration.ofSeconds(1)) < 0 || period.compareTo(Duration.ofHours(1)) > 0) {
            throw new IllegalArgumentException("the period of a rate is from one second to one hour");
        }
    }

    public static RateLimit perMinute(long requests) {
        return new RateLimit(requests, Duration.ofMinutes(1), requests);
    }

    public static RateLimit parse(String text) {
        int burst = text.indexOf(BURST);
        var rate = burst < 0 ? text : text.substring(0, burst);
        int slash = rate.indexOf('/');
        if (slash < 0) {
            throw new IllegalArgumentException("expected a rate such as 120/min");
        }
        long requests = number(rate.substring(0, slash));
        var period = periodOf(rate.substring(slash + 1).strip());
        return new RateLimit(requests, period, burst < 0 ? requests : number(text.substring(burst + BURST.length())));
    }

    private static Duration periodOf(String unit) {
        return switch (unit) {
            case "s" -> Duration.ofSeconds(1);
            case "min" -> Duration.ofMinutes(1);
            case "h" -> Duration.ofHours(1);
            default -> throw new IllegalArgumentException("expected s, min or h after the slash of a rate");
        };
    }

    private static long number(String text) {
        var digits = text.strip();
        boolean isNumber = !digits.isEmpty() && digits.length() <= MAX_DIGITS && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!isNumber) {
            throw new IllegalArgumentException("expected a rate such as 120/min");
        }
        return Long.parseLong(digits);
    }

    /** The limit of that many holders together. */
    RateLimit times(int holders) {
        return new RateLimit(requests * holders, period, burst * holders);
    }

    @Override
    public long capacity() {
        return burst;
    }

    /** The time in which an empty bucket fills, rounded up to seconds. */
    public Duration window() {
        long millis = Math.ceilDiv(Math.multiplyExact(period.toMillis(), burst), requests);
        return Duration.ofSeconds(Math.ceilDiv(millis, 1_000));
    }
}
