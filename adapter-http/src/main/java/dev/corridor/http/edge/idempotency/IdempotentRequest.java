package dev.corridor.http.edge.idempotency;

import dev.corridor.application.idempotency.AnsweredBefore;
import dev.corridor.application.idempotency.Once;
import dev.corridor.application.idempotency.RememberRefusal;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.IdempotencyError.IdempotencyRequestInFlight;
import dev.corridor.http.edge.body.DeferredValidation;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

/**
 * One attempt at a request that changes something. Without a key it is simply answered. With one, it takes effect once: what is answered is
 * remembered in the same database transaction as the effect, refusals included, and is answered again when the request comes again.
 *
 * <p>Not everything is remembered, see {@link Once#keeps}: what is not, may be sent again, and then takes effect.
 */
public final class IdempotentRequest implements DeferredValidation {

    private final IdempotentRequests attempts;
    private final KeyedRequest request;

    IdempotentRequest(IdempotentRequests attempts, KeyedRequest request) {
        this.attempts = attempts;
        this.request = request;
    }

    /**
     * Executes the request.
     *
     * @param response converts the result to the response
     * @param useCase executes the use case
     */
    public <R, A> A answer(Function<R, A> response, Function<Once<R>, R> useCase) {
        return answer(response, response, useCase);
    }

    /**
     * Executes a request whose response is not stored verbatim.
     *
     * @param kept converts the result to the stored response, without its secret
     */
    public <R, A> A answer(Function<R, A> response, Function<R, A> kept, Function<Once<R>, R> useCase) {
        if (!request.isNamed()) {
            return response.apply(useCase.apply(Once.eachTime()));
        }
        if (!attempts.begin(request.key())) {
            throw new BusinessException(new IdempotencyRequestInFlight());
        }
        try {
            return answerOnce(response, kept, useCase);
        } finally {
            attempts.end(request.key());
        }
    }

    private <R, A> A answerOnce(Function<R, A> response, Function<R, A> kept, Function<Once<R>, R> useCase) {
        var remembered = new AtomicBoolean();
        var once = Once.<R>perKey(
                request.named(attempts.now()),
                result -> attempts.write(kept.apply(result)),
                error -> {
                    remembered.set(true);
                    return attempts.write(error, request.received());
                });
        try {
            request.requireValid();
            return response.apply(useCase.apply(once));
        } catch (BusinessException refusal) {
            if (!remembered.get() && Once.keeps(refusal.error())) {
                attempts.remember(new RememberRefusal.Command(once, refusal.error()));
            }
            throw refusal;
        }
    }
}
