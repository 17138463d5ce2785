package dev.corridor.application.books;

import dev.corridor.application.idempotency.IdempotentDecision;
import dev.corridor.application.idempotency.Once;

/** The ledger's unit of work. A decision sees the aggregates it named, locked, and all its changes commit atomically or not at all. */
public interface Books {

    /**
     * Runs a decision and returns its result once its changes are durable. If the decision throws, nothing is kept.
     *
     * @throws dev.corridor.domain.error.BusinessException if the decision refuses; or {@code service_unavailable}, and then nothing is kept
     * @throws dev.corridor.application.DecisionRolledBack if it was rolled back; after any other exception the outcome is unknown
     */
    <R> R decide(Subjects subjects, Decision<R> decision);

    /**
     * Runs the decision at most once per idempotency key.
     *
     * @throws dev.corridor.application.idempotency.AnsweredBefore if there is a stored response
     * @throws dev.corridor.domain.error.BusinessException if the decision refuses, or the key belongs to another request
     */
    default <R> R decide(Once<R> once, Subjects subjects, Decision<R> decision) {
        if (once.request().isEmpty()) {
            return decide(subjects, decision);
        }
        var request = once.request().get();
        return decide(subjects.with(request.key()), new IdempotentDecision<OpenBooks, R>(once, request, decision::take)::take).orThrow();
    }
}
