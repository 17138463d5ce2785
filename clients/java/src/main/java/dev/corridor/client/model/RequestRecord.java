package dev.corridor.client.model;

import java.time.Instant;
import java.util.Optional;

/**
 * A request of the journal.
 *
 * @param caller the id of the key or the user; of a broker's, {@code key_... of org_...}
 * @param route with its variables in braces; null if there was no such route
 * @param status of the answer
 * @param code of a refusal; null if there was none
 * @param outcome what became of the request's effect, if it was refused: not_applied, applied or unknown
 * @param durationMillis from its arrival to its answer
 * @param answeredAt when it was answered
 */
public record RequestRecord(
        String requestId,
        String caller,
        String method,
        Optional<String> route,
        int status,
        Optional<ErrorCode> code,
        Optional<Outcome> outcome,
        long durationMillis,
        Instant answeredAt) {}
