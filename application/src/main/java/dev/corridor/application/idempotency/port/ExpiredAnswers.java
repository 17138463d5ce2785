package dev.corridor.application.idempotency.port;

import java.time.Instant;

/** Deletes stored responses beyond their retention. */
public interface ExpiredAnswers {

    /**
     * Deletes a batch of responses older than {@code before}, oldest first. Repeatable, and safe on several nodes at once.
     *
     * @param limit the most responses per call
     * @return how many were deleted
     */
    int remove(Instant before, int limit);
}
