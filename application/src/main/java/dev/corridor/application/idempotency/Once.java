package dev.corridor.application.idempotency;

import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.IdempotencyError;
import dev.corridor.domain.idempotency.Fingerprint;
import dev.corridor.domain.idempotency.IdempotencyKey;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * How often a request may take effect: once, if the client has named it with a key; else as often as it is sent.
 *
 * @param request the name that the client has given it, and what it asks for; empty if it is not named
 * @param answer writes what is to be answered; pure
 * @param refusal the same for a refusal; pure
 * @param <R> what the use case answers
 */
public record Once<R>(Optional<Request> request, Function<R, String> answer, Function<BusinessError, String> refusal) {

    /**
     * A named request.
     *
     * @param receivedAt decides whether an earlier answer is still remembered
     */
    public record Request(IdempotencyKey key, Fingerprint fingerprint, Instant receivedAt) {}

    /** Not named: it takes effect each time. */
    public static <R> Once<R> eachTime() {
        return new Once<>(Optional.empty(), result -> "", error -> "");
    }

    public static <R> Once<R> perKey(Request request, Function<R, String> answer, Function<BusinessError, String> refusal) {
        return new Once<>(Optional.of(request), answer, refusal);
    }

    /**
     * Whether a refusal is remembered. One that depends on who asks is not, or a weaker key would spoil the name for a stronger one; nor is one
     * that passes with time, or is a fault of ours; and a conflict of keys says nothing about the request itself.
     */
    public static boolean keeps(BusinessError error) {
        return switch (error.kind()) {
            case UNAUTHENTICATED, FORBIDDEN, LOCKED, LIMITED, UPSTREAM, UNAVAILABLE, INTERNAL -> false;
            case INVALID, NOT_FOUND, CONFLICT, UNFUNDED -> !(error instanceof IdempotencyError);
        };
    }

    public String answerTo(R result) {
        return answer.apply(result);
    }

    public String answerTo(BusinessError error) {
        return refusal.apply(error);
    }
}
