package dev.corridor.application.idempotency;

import dev.corridor.domain.error.BusinessError;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * How often a request may take effect: once, if the client has named it with a key; else as often as it is sent.
 *
 * @param <R> what the use case answers
 */
public final class Once<R> {

    private final Optional<Request> request;
    private final Function<R, String> answer;
    private final Function<BusinessError, String> refusal;

    /**
     * A named request.
     *
     * @param receivedAt decides whether an earlier answer is still remembered
     */
    public record Request(IdempotencyKey key, Fingerprint fingerprint, Instant receivedAt) {}

    private Once(Optional<Request> request, Function<R, String> answer, Function<BusinessError, String> refusal) {
        this.request = request;
        this.answer = answer;
        this.refusal = refusal;
    }

    /** Not named: it takes effect each time. */
    public static <R> Once<R> eachTime() {
        return new Once<>(Optional.empty(), result -> "", error -> "");
    }

    /**
     * @param answer writes what is to be answered; pure
     * @param refusal the same for a refusal; pure
     */
    public static <R> Once<R> perKey(Request request, Function<R, String> answer, Function<BusinessError, String> refusal) {
        return new Once<>(Optional.of(request), answer, refusal);
    }

    public Optional<Request> request() {
        return request;
    }

    public String answerTo(R result) {
        return answer.apply(result);
    }

    public String answerTo(BusinessError error) {
        return refusal.apply(error);
    }
}
