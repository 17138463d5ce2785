package dev.corridor.application.idempotency;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.IdempotencyError.IdempotencyKeyInUse;
import dev.corridor.domain.idempotency.IdempotencyRecord;
import java.util.function.Function;

/**
 * A decision that is taken once per idempotency key. What it answers is remembered together with what it records; a refusal is remembered
 * too, and then nothing else is.
 *
 * @param <O> what the decision sees, opened and locked
 */
public record IdempotentDecision<O extends Answers, R>(Once<R> once, Once.Request request, Function<O, R> decision) {

    /** A refusal must come out as an answer, because a decision that throws leaves no trace. */
    public sealed interface Outcome<R> {

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

    public Outcome<R> take(O open) {
        open.remembered(request.key())
                .filter(before -> !before.isForgottenAt(request.receivedAt()))
                .ifPresent(this::answerAgain);
        try {
            var result = decision.apply(open);
            remember(open, once.answerTo(result));
            return new Outcome.Taken<>(result);
        } catch (BusinessException refusal) {
            if (!Once.keeps(refusal.error())) {
                throw refusal;
            }
            open.discard();
            remember(open, once.answerTo(refusal.error()));
            return new Outcome.Refused<>(refusal);
        }
    }

    private void answerAgain(IdempotencyRecord before) {
        before.fingerprint().firstDifference(request.fingerprint()).ifPresent(field -> {
            throw new BusinessException(new IdempotencyKeyInUse(field));
        });
        throw new AnsweredBefore(before);
    }

    private void remember(O open, String answer) {
        open.record(new IdempotencyRecord(request.key(), request.fingerprint(), answer, request.receivedAt()));
    }
}
