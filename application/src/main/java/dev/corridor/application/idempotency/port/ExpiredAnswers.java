package dev.corridor.application.idempotency.port;

import java.time.Instant;

/** Removes stored responses beyond their retention. */
public interface ExpiredAnswers {

    /**
     * Removes responses that are forgotten. Some may stay for half of {@code IdempotencyRecord.KEPT_FOR} longer, so that many go at once. Call it again and
     * again: a call may find that others are at work, and do nothing. Safe on several nodes at once.
     */
    void remove(Instant now);
}
