package dev.corridor.webhook;

import java.time.Duration;

/** When the time for a request is up, by the machine's own clock. */
record Deadline(long nanos) {

    static Deadline in(Duration time) {
        return new Deadline(System.nanoTime() + time.toNanos());
    }

    /** At least a millisecond, since nothing waits for less. */
    Duration remaining() {
        var left = Duration.ofNanos(nanos - System.nanoTime());
        return left.toMillis() < 1 ? Duration.ofMillis(1) : left;
    }

    boolean isOver() {
        return System.nanoTime() >= nanos;
    }
}
