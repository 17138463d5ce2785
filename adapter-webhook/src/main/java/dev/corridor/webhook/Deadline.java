package dev.corridor.webhook;

import java.time.Duration;

/** When the time for a request is up, by the machine's own clock. */
record Deadline(long nanos) {

    private static final long NANOS_OF_A_MILLISECOND = 1_000_000;

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** What is left, and never nothing: a wait of zero is without end for a socket. */
    Duration remaining() {
        return Duration.ofNanos(Math.max(1, nanos - System.nanoTime()));
    }

    /**
     * How long to wait so that {@code share} has passed. Rounded up: a wait for all that remains must not end before the deadline, or what ended it
     * would not look like a lack of time.
     */
    static int millis(Duration share) {
        return Math.toIntExact(Math.ceilDiv(share.toNanos(), NANOS_OF_A_MILLISECOND));
    }

    boolean isOver() {
        return System.nanoTime() >= nanos;
    }
}
