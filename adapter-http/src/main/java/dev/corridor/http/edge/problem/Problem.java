package dev.corridor.http.edge.problem;

import dev.corridor.application.DecisionRolledBack;
import dev.corridor.domain.beneficiary.BeneficiaryError.BeneficiaryAlreadyArchived;
import dev.corridor.domain.error.AssetNotSupported;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.Consequence;
import dev.corridor.domain.error.Outcome;
import dev.corridor.domain.error.Retry;
import dev.corridor.domain.error.Temporary;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.error.ValidationError.FieldFault;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Optional;

/**
 * Any failure as the edge sees it. A dialect turns it into the answer that the client understands.
 *
 * @param code what clients branch on
 * @param message for the developer of a client; never the message of an exception: those speak of our insides
 * @param error what the business, or the edge in the business's words, has said; empty for a fault of ours
 * @param failure what went wrong with us, if anything is known of it; it must not leave, except where the operator lets developers see it
 */
public record Problem(
        ErrorCode code, String message, Consequence consequence, Optional<BusinessError> error, Optional<Throwable> failure) {

    public static final String OUTCOME_HEADER = "Corridor-Outcome";
    public static final String RETRY_HEADER = "Corridor-Retry";

    private static final String HARMLESS_FAULT = "Something went wrong on our side. Retry the request, and quote its id if it fails again.";
    private static final String FAULT_WITH_UNKNOWN_EFFECT = "Something went wrong on our side, and it is not known whether the request took effect."
            + " Look that up, do not send the request again, and quote its id.";

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** An expected "no": of the business, or of the edge, which refuses a bad request in the business's words. */
    public static Problem refusal(BusinessError error, HttpRequest<?> request) {
        return new Problem(ErrorCode.of(error), error.message(), consequenceOf(error, request), Optional.of(error), Optional.empty());
    }

    /** All that leaves of a fault is that it happened, and what it may have done; the log has the rest under the request's id. */
    public static Problem internalError(@Nullable Throwable failure, HttpRequest<?> request) {
        var consequence = consequenceOf(failure, request);
        var message = consequence.retry() == Retry.NEVER ? FAULT_WITH_UNKNOWN_EFFECT : HARMLESS_FAULT;
        return new Problem(ErrorCode.INTERNAL_ERROR, message, consequence, Optional.empty(), Optional.ofNullable(failure));
    }

    /** Archiving what is archived already has reached its aim. Paying it has not. */
    private static Consequence consequenceOf(BusinessError error, HttpRequest<?> request) {
        return error instanceof BeneficiaryAlreadyArchived && request.getMethod() == HttpMethod.DELETE
                ? new Consequence(Outcome.APPLIED, Retry.NEVER)
                : error.consequence();
    }

    /**
     * A fault of ours may strike before or after what was decided is on disk. It is harmless where the books know that nothing is kept, in a
     * request that changes nothing, and in one that is named with an idempotency key: sent again, that takes effect once.
     */
    private static Consequence consequenceOf(@Nullable Throwable failure, HttpRequest<?> request) {
        if (!changesSomething(request.getMethod()) || failure instanceof DecisionRolledBack) {
            return new Consequence(Outcome.NOT_APPLIED, Retry.SAME_REQUEST);
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

    /** How long a client had better wait before it sends the request again, in seconds; zero if waiting is of no use. */
    public long waitSeconds() {
        return error.orElse(null) instanceof Temporary temporary ? temporary.retryAfterSeconds() : 0;
    }

    /** What is to be said beside the message, as data. */
    public List<Detail.Fact> facts() {
        return error.map(told -> code.details().stream().map(detail -> detail.in(told)).toList()).orElse(List.of());
    }

    /** The faulty fields, if it is about fields. */
    public List<FieldFault> faults() {
        return switch (error.orElse(null)) {
            case ValidationError validation -> validation.faults();
            case AssetNotSupported assets -> assets.faults();
            case null, default -> List.of();
        };
    }
}
