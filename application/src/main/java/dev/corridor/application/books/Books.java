package dev.corridor.application.books;

import dev.corridor.application.idempotency.IdempotentDecision.Outcome;
import dev.corridor.application.idempotency.Once;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

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
        return decide(new Plan<>(once, subjects, decision));
    }

    default <R> R decide(Plan<R> plan) {
        return decide(plan.named(), plan.idempotent()).orThrow();
    }

    /**
     * As {@link #decide(Subjects, Decision)}, but no thread waits. These books decide at once, on the caller's thread.
     *
     * @param answers completes the stage, unless it is complete already
     */
    default <R> CompletionStage<R> begin(Subjects subjects, Decision<R> decision, Executor answers) {
        try {
            return CompletableFuture.completedStage(decide(subjects, decision));
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    /** As {@link #decide(Plan)}, but no thread waits. */
    default <R> CompletionStage<R> begin(Plan<R> plan, Executor answers) {
        return begin(plan.named(), plan.idempotent(), answers).thenApply(Outcome::orThrow);
    }
}
