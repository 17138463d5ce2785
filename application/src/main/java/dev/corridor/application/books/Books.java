package dev.corridor.application.books;

import dev.corridor.application.idempotency.IdempotentDecision;
import dev.corridor.application.idempotency.Once;

/** The books. A decision sees the aggregates it asked for, locked, and all it records is kept, or none of it. */
public interface Books {

    /**
     * Takes a decision and answers what it answered, once all it recorded is on disk. If the decision throws, nothing is kept.
     *
     * @throws dev.corridor.domain.error.BusinessException if the decision refuses; or {@code service_unavailable}, and then nothing is kept
     * @throws dev.corridor.application.DecisionRolledBack if it cannot be written, and nothing is kept; after any other exception it may be kept
     */
    <R> R decide(Subjects subjects, Decision<R> decision);

    /**
     * The same, once: a request that was answered before is not decided again.
     *
     * @throws dev.corridor.application.idempotency.AnsweredBefore if the request was answered before
     * @throws dev.corridor.domain.error.BusinessException if the decision refuses, or another request was named with the same key
     */
    default <R> R decide(Once<R> once, Subjects subjects, Decision<R> decision) {
        if (once.request().isEmpty()) {
            return decide(subjects, decision);
        }
        var request = once.request().get();
        return decide(subjects.with(request.key()), new IdempotentDecision<OpenBooks, R>(once, request, decision::take)::take).orThrow();
    }
}
