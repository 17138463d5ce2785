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
 * Any failure, before a dialect turns it into a response.
 *
 * @param code the canonical error code
 * @param message for the client's developer; never an exception's message, which would reveal internals
 * @param error the domain error, also of requests that the edge refuses; empty for internal errors
 * @param failure the cause of an internal error, if known; exposed only where the operator enables it
 */
public record Problem(
        ErrorCode code, String message, Consequence consequence, Optional<BusinessError> error, Optional<Throwable> failure) {

    public static final String OUTCOME_HEADER = "Corridor-Outcome";
    public static final String RETRY_HEADER = "Corridor-Retry";

    private static final String HARMLESS_FAULT = "Something went wrong on our side. Retry the request, and quote its id if it fails again.";
    private static final String FAULT_WITH_UNKNOWN_EFFECT = "Something went wrong on our side, and it is not known whether the request took effect."
            + " Look that up, do not send the request again, and quote its id.";

    private static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    /** An expected refusal, by the domain or by the edge. */
    public static Problem refusal(BusinessError error, HttpRequest<?> request) {
        return new Problem(ErrorCode.of(error), error.message(), consequenceOf(error, request), Optional.of(error), Optional.empty());
    }

    /** An internal error. The client learns only its possible effect; the log has the cause under the request's id. */
    public static Problem internalError(@Nullable Throwable failure, HttpRequest<?> request) {
        var consequence = consequenceOf(failure, request);
        var message = consequence.retry() == Retry.NEVER ? FAULT_WITH_UNKNOWN_EFFECT : HARMLESS_FAULT;
        return new Problem(ErrorCode.INTERNAL_ERROR, message, consequence, Optional.empty(), Optional.ofNullable(failure));
    }

    /** Repeating an archive has the desired effect; paying an archived beneficiary does not. */
    private static Consequence consequenceOf(BusinessError error, HttpRequest<?> request) {
        return error instanceof BeneficiaryAlreadyArchived && request.getMethod() == HttpMethod.DELETE
                ? new Consequence(Outcome.APPLIED, Retry.NEVER)
                : error.consequence();
    }

    /**
     * An internal error can strike before or after the commit. It is harmless if the books know that the decision was rolled back, if the
     * request changes nothing, or if it has an idempotency key: then a repeat takes effect once.
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

    /** How long clients should wait before they retry, in seconds; zero if waiting does not help. */
    public long waitSeconds() {
        return error.orElse(null) instanceof Temporary temporary ? temporary.retryAfterSeconds() : 0;
    }

    /** The details of the error. */
    public List<Detail.Fact> facts() {
        return error.map(told -> code.details().stream().map(detail -> detail.in(told)).toList()).orElse(List.of());
    }

    /** The faulty fields; empty for other errors. */
    public List<FieldFault> faults() {
        return switch (error.orElse(null)) {
            case ValidationError validation -> validation.faults();
            case AssetNotSupported assets -> assets.faults();
            case null, default -> List.of();
        };
    }
}
