package dev.corridor.http.edge.problem;

import dev.corridor.domain.error.AssetNotSupported;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.Temporary;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.error.ValidationError.FieldFault;
import io.micronaut.core.annotation.Nullable;
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

    private static final String HARMLESS_FAULT = "Something went wrong on our side. Retry the request, and quote its id if it fails again.";
    private static final String FAULT_WITH_UNKNOWN_EFFECT = "Something went wrong on our side, and it is not known whether the request took effect."
            + " Look that up, do not send the request again, and quote its id.";

    /** An expected "no": of the business, or of the edge, which refuses a bad request in the business's words. */
    public static Problem refusal(BusinessError error, HttpRequest<?> request) {
        var code = ErrorCode.of(error);
        return new Problem(code, error.message(), Consequence.of(code, error, request), Optional.of(error), Optional.empty());
    }

    /** All that leaves of a fault is that it happened, and what it may have done; the log has the rest under the request's id. */
    public static Problem internalError(@Nullable Throwable failure, HttpRequest<?> request) {
        var consequence = Consequence.ofFault(failure, request);
        var message = consequence.retry() == Retry.NEVER ? FAULT_WITH_UNKNOWN_EFFECT : HARMLESS_FAULT;
        return new Problem(ErrorCode.INTERNAL_ERROR, message, consequence, Optional.empty(), Optional.ofNullable(failure));
    }

    /** How long a client had better wait before it sends the request again, in seconds; zero if waiting is of no use. */
    public long waitSeconds() {
        return error.orElse(null) instanceof Temporary temporary ? temporary.retryAfterSeconds() : code.waitSeconds();
    }

    /** What is to be said beside the message, as data, in the order of the catalogue. */
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
