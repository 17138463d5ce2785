package dev.corridor.domain.error;

import java.time.Duration;

/** A "no" that passes by itself: the same command may be given again after a time. */
public interface Temporary extends BusinessError {

    /** The estimated time until then. */
    Duration retryAfter();

    default long retryAfterSeconds() {
        return secondsOf(retryAfter());
    }

    /** Rounded up, so that a client that waits this long has waited long enough; at least one. */
    static long secondsOf(Duration wait) {
        return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
    }
}
