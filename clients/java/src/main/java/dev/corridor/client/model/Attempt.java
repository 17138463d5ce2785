package dev.corridor.client.model;

import java.time.Instant;
import java.util.Optional;

/**
 * One request to an endpoint, and what came of it.
 *
 * @param status of the answer; absent if there was none
 * @param latencyMillis from the beginning of the request, with the look-up of the name, to the end of the answer
 * @param answer the first KiB of the answer's body, or what prevented an answer
 * @param nextAttemptAt when the message is sent again; absent if it is delivered or given up
 */
public record Attempt(
        String attemptId,
        String messageId,
        EventType eventType,
        AttemptOutcome outcome,
        Optional<Integer> status,
        long latencyMillis,
        String answer,
        Instant attemptedAt,
        Optional<Instant> nextAttemptAt) {}
