package dev.corridor.domain.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One request to an endpoint, and what came of it.
 *
 * @param status of the answer, if there was one
 * @param answer the beginning of its body, or what prevented one; at most {@link #MAX_ANSWER_BYTES}
 * @param nextAttemptAt when the message is sent again; empty if it is not
 */
public record Attempt(
        AttemptId id,
        MessageId message,
        EventType type,
        Instant attemptedAt,
        AttemptOutcome outcome,
        OptionalInt status,
        Duration latency,
        String answer,
        Optional<Instant> nextAttemptAt) {

    public static final int MAX_ANSWER_BYTES = 1_024;

    /** The answer is the customer's. */
    @Override
    public String toString() {
        return "Attempt[" + id + ", " + message + ", " + outcome + "]";
    }
}
