package dev.corridor.application.books;

import dev.corridor.application.idempotency.AnsweredBefore;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.IdempotencyError.IdempotencyKeyInUse;
import dev.corridor.domain.idempotency.Remembered;

/**
 * A decision that is taken once per idempotency key. What it answers is remembered together with what it records; a refusal is remembered
 * too, and then nothing else is.
 */
record OnceDecision<R>(Once<R> once, Once.Request request, Decision<R> decision) implements Decision<OnceDecision.Outcome<R>> {

    /** A refusal must come out of the books as an answer, because a decision that throws leaves no trace. */
    sealed interface Outcome<R> {

        R orThrow();

        record Taken<R>(R result) implements Outcome<R> {

            @Override
            public R orThrow() {
                return result;
            }
        }

        record Refused<R>(BusinessException refusal) implements Outcome<R> {

            @Override
            public R orThrow() {
                throw refusal;
            }
        }
    }

    @Override
    public Outcome<R> take(OpenBooks open) {
        open.remembered(request.key())
                .filter(before -> !before.isForgottenAt(request.receivedAt()))
                .ifPresent(this::answerAgain);
        try {
            var result = decision.take(open);
            remember(open, once.answerTo(result));
            return new Outcome.Taken<>(result);
        } catch (BusinessException refusal) {
            open.discard();
            remember(open, once.answerTo(refusal.error()));
            return new Outcome.Refused<>(refusal);
        }
    }

    private void answerAgain(Remembered before) {
        before.fingerprint().firstDifference(request.fingerprint()).ifPresent(field -> {
            throw new BusinessException(new IdempotencyKeyInUse(field));
        });
        throw new AnsweredBefore(before);
    }

    private void remember(OpenBooks open, String answer) {
        open.record(new Remembered(request.key(), request.fingerprint(), answer, request.receivedAt()));
    }
}
