package dev.corridor.http.edge.idempotency;

import dev.corridor.application.idempotency.AnsweredBefore;
import dev.corridor.application.idempotency.Once;
import dev.corridor.application.idempotency.RememberRefusal;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.IdempotencyError.IdempotencyRequestInFlight;
import dev.corridor.http.edge.body.DeferredValidation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * One attempt at a request that changes something. Without a key it is simply answered. With one, it takes effect once: what is answered is
 * remembered in the same database transaction as the effect, refusals included, and is answered again when the request comes again.
 *
 * <p>Not everything is remembered, see {@link Once#keeps}: what is not, may be sent again, and then takes effect.
 */
public final class IdempotentRequest implements DeferredValidation {

    private final IdempotentRequests attempts;
    private final KeyedRequest request;
    private final Executor connection;

    /** @param connection runs on the thread of the client's connection */
    IdempotentRequest(IdempotentRequests attempts, KeyedRequest request, Executor connection) {
        this.attempts = attempts;
        this.request = request;
        this.connection = connection;
    }

    /**
     * Executes the request without a thread that waits. What follows the decision runs on the thread of the client's connection.
     *
     * @param response converts the result to the response
     * @param useCase begins the use case, which is to be answered on this executor
     */
    public <R, A> CompletionStage<A> begin(Function<R, A> response, BiFunction<Once<R>, Executor, CompletionStage<R>> useCase) {
        if (!request.isNamed()) {
            return useCase.apply(Once.eachTime(), connection).thenApply(response);
        }
        var last = new AtomicReference<Rendered<A>>();
        return once((R result) -> render(response.apply(result), last), begun -> useCase.apply(begun, connection), attempts.blocking())
                .thenApply(result -> {
                    attempts.sendAsStored(last.get().json, request.received());
                    return last.get().response;
                });
    }

    private record Rendered<A>(A response, String json) {}

    /** What is stored is the last rendering: a decision may be taken several times. */
    private <A> String render(A response, AtomicReference<Rendered<A>> last) {
        var json = attempts.text(response);
        last.set(new Rendered<>(response, json));
        return json;
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
        var done = once(
                (R result) -> attempts.text(kept.apply(result)),
                once -> CompletableFuture.completedStage(useCase.apply(once)),
                Runnable::run);
        try {
            return response.apply(done.toCompletableFuture().join());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /**
     * Executes a request whose response is stored before all of it is known.
     *
     * @param completed adds the rest to a response that is replayed
     */
    public <R, A> A answer(Function<R, A> response, Function<Once<R>, R> useCase, Class<A> type, UnaryOperator<A> completed) {
        try {
            return answer(response, useCase);
        } catch (AnsweredBefore before) {
            throw attempts.completed(before, type, completed);
        }
    }

    /** @param waiting runs what waits for the books */
    private <R> CompletionStage<R> once(Function<R, String> json, Function<Once<R>, CompletionStage<R>> useCase, Executor waiting) {
        var named = request.named(attempts.now());
        if (!attempts.begin(named.key())) {
            throw new BusinessException(new IdempotencyRequestInFlight());
        }
        var remembered = new AtomicBoolean();
        var once = Once.<R>perKey(
                named,
                result -> StoredAnswer.textOfSuccess(json.apply(result)),
                error -> {
                    remembered.set(true);
                    return attempts.write(error, request.received());
                });
        return begun(once, useCase)
                .exceptionallyCompose(failure -> remembered.get() ? CompletableFuture.failedStage(failure) : refused(once, failure, waiting))
                .whenComplete((result, failure) -> attempts.end(named.key()));
    }

    private <R> CompletionStage<R> begun(Once<R> once, Function<Once<R>, CompletionStage<R>> useCase) {
        try {
            request.requireValid();
            return useCase.apply(once);
        } catch (RuntimeException e) {
            return CompletableFuture.failedStage(e);
        }
    }

    /** Stores a refusal that came before the decision. */
    private <R> CompletionStage<R> refused(Once<R> once, Throwable failure, Executor waiting) {
        var cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (!(cause instanceof BusinessException refusal) || !Once.keeps(refusal.error())) {
            return CompletableFuture.failedStage(failure);
        }
        return CompletableFuture.runAsync(() -> attempts.remember(new RememberRefusal.Command(once, refusal.error())), waiting)
                .thenCompose(done -> CompletableFuture.failedStage(refusal));
    }
}
