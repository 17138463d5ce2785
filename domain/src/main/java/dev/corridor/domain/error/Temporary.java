package dev.corridor.domain.error;

import java.time.Duration;

/** A "no" that passes by itself: the same command may be given again after a time. */
public interface Temporary extends BusinessError {

    /** How long that is, as far as one can tell. */
    Duration retryAfter();

    default long retryAfterSeconds() {
        return secondsOf(retryAfter());
    }

    /** Rounded up, so that a client that waits this long has waited long enough; at least one. */
    static long secondsOf(Duration wait) {
        return Math.max(1, wait.plusNanos(999_999_999).toSeconds());
    }
}
