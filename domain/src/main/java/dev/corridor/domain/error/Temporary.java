package dev.corridor.domain.error;

import java.time.Duration;

/** A "no" that passes by itself: the same command may be given again after a time. */
public interface Temporary extends BusinessError {

    /** How long that is, as far as one can tell. */
    Duration retryAfter();

    /** Rounded up: whoever waits that long has waited long enough. */
    default long retryAfterSeconds() {
        return Math.max(1, retryAfter().plusNanos(999_999_999).toSeconds());
    }
}
