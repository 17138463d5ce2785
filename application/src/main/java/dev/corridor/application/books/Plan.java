package dev.corridor.application.books;

import dev.corridor.application.idempotency.IdempotentDecision;
import dev.corridor.application.idempotency.IdempotentDecision.Outcome;
import dev.corridor.application.idempotency.Once;

/**
 * What a use case has the books decide, and on what.
 *
 * @param once how often the decision may take effect
 */
public record Plan<R>(Once<R> once, Subjects subjects, Decision<R> decision) {

    /** With the idempotency key among the subjects, if the request has one. */
    Subjects named() {
        return once.request().map(request -> subjects.with(request.key())).orElse(subjects);
    }

    /** Taken once per idempotency key, if the request has one. */
    Decision<Outcome<R>> idempotent() {
        return once.request()
                .<Decision<Outcome<R>>>map(request -> new IdempotentDecision<OpenBooks, R>(once, request, decision::take)::take)
                .orElse(open -> new Outcome.Taken<>(decision.take(open)));
    }
}
