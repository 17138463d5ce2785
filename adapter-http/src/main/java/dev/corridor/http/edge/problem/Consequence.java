package dev.corridor.http.edge.problem;

import dev.corridor.application.DecisionRolledBack;
import dev.corridor.domain.beneficiary.BeneficiaryError.BeneficiaryAlreadyArchived;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.transaction.TransactionError.ChainSendFailed;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;

/**
 * What a failure means for money and for the client. Most codes have always the same consequence, which the catalogue states; for a few it
 * depends on the request.
 */
public record Consequence(Outcome outcome, Retry retry) {

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Consequence NOTHING_HAPPENED = new Consequence(Outcome.NOT_APPLIED, Retry.SAME_REQUEST);

    /** Whoever archives what is archived has what they wanted. Whoever pays it has not. */
    private static final Consequence ALREADY_DONE = new Consequence(Outcome.APPLIED, Retry.NEVER);

    static Consequence of(ErrorCode code, BusinessError error, HttpRequest<?> request) {
        return switch (error) {
            case ChainSendFailed failed -> ofSend(failed);
            case BeneficiaryAlreadyArchived archived when request.getMethod() == HttpMethod.DELETE -> ALREADY_DONE;
            default -> code.consequence();
        };
    }

    /** Money that may be under way must not be sent a second time, under whatever key. */
    private static Consequence ofSend(ChainSendFailed failed) {
        return switch (failed.outcome()) {
            case DECLINED -> NOTHING_HAPPENED;
            case UNKNOWN -> new Consequence(Outcome.UNKNOWN, Retry.NEVER);
        };
    }

    /**
     * A fault of ours may strike before or after what was decided is on disk. It is harmless where the books know that nothing is kept, in a
     * request that changes nothing, and in one that is named with an idempotency key: sent again, that takes effect once.
     */
    static Consequence ofFault(@Nullable Throwable failure, HttpRequest<?> request) {
        if (!changesSomething(request.getMethod()) || failure instanceof DecisionRolledBack) {
            return NOTHING_HAPPENED;
        }
        boolean named = request.getHeaders().contains(IDEMPOTENCY_KEY);
        return new Consequence(Outcome.UNKNOWN, named ? Retry.SAME_REQUEST : Retry.NEVER);
    }

    private static boolean changesSomething(HttpMethod method) {
        return switch (method) {
            case GET, HEAD, OPTIONS, TRACE -> false;
            case POST, PUT, PATCH, DELETE, CONNECT, CUSTOM -> true;
        };
    }
}
