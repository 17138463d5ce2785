package dev.corridor.application.idempotency.port;

import java.time.Instant;

/** The answers that are too old to be given again. */
public interface ExpiredAnswers {

    /**
     * Removes the oldest of those that were given before that moment. To be called again and again; several nodes may do so at once.
     *
     * @param limit how many at most
     * @return how many were removed
     */
    int remove(Instant before, int limit);
}
