package dev.corridor.client;

import dev.corridor.client.model.ErrorCode;
import dev.corridor.client.model.ErrorDetails;
import dev.corridor.client.model.FaultyField;
import dev.corridor.client.model.Outcome;
import dev.corridor.client.model.Retry;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** A refusal or a failure that the service answered. Branch on {@link #code()}, or on the type of {@link #details()}, and never on the message. */
public final class CorridorException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final String REQUEST = "urn:corridor:request:";

    /** As RFC 9457 has it. */
    record Problem(
            ErrorCode code,
            int status,
            String title,
            String detail,
            String instance,
            Outcome outcome,
            Retry retry,
            Optional<Object> details,
            Optional<List<FaultyField>> errors) {}

    private final transient Problem problem;
    private final transient Optional<ErrorDetails> details;
    private final transient Optional<Duration> retryAfter;
    private final transient Optional<String> idempotencyKey;

    CorridorException(Problem problem, Optional<Duration> retryAfter, Optional<String> idempotencyKey) {
        super("%s: %s (%s)".formatted(problem.code().value(), problem.detail(), requestIdOf(problem)));
        this.problem = problem;
        this.details = problem.details().flatMap(members -> detailsOf(problem.code(), members));
        this.retryAfter = retryAfter;
        this.idempotencyKey = idempotencyKey;
    }

    public ErrorCode code() {
        return problem.code();
    }

    /** What became of the effect that the request asks for. */
    public Outcome outcome() {
        return problem.outcome();
    }

    /** What may be done next without doing harm. */
    public Retry retry() {
        return problem.retry();
    }

    /** How long to wait before the same request, if {@link #retry()} is {@code AFTER}. */
    public Optional<Duration> retryAfter() {
        return retryAfter;
    }

    /** The facts of this code, such as {@link ErrorDetails.InsufficientFunds}. Empty for a code that has none, or none that this version knows. */
    public Optional<ErrorDetails> details() {
        return details;
    }

    /** The faulty members of the request. */
    public List<FaultyField> errors() {
        return problem.errors().orElse(List.of());
    }

    /** The HTTP status. */
    public int status() {
        return problem.status();
    }

    /** For questions about the request. */
    public String requestId() {
        return requestIdOf(problem);
    }

    /** The name under which the request was sent, if it has one. */
    public Optional<String> idempotencyKey() {
        return idempotencyKey;
    }

    private static String requestIdOf(Problem problem) {
        return problem.instance().replace(REQUEST, "");
    }

    /** The type of a code's details has the code as its name. */
    private static Optional<ErrorDetails> detailsOf(ErrorCode code, Object members) {
        var name = code.value().replace("_", "");
        try {
            return Stream.of(ErrorDetails.class.getPermittedSubclasses())
                    .filter(type -> type.getSimpleName().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst()
                    .map(type -> (ErrorDetails) Json.as(type, members));
        } catch (UnreadableException e) {
            return Optional.empty();
        }
    }
}
