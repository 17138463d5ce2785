package dev.corridor.http.dialect;

import dev.corridor.domain.error.ErrorKind;
import dev.corridor.http.problem.Problem;
import dev.corridor.http.request.RequestId;
import io.micronaut.http.HttpHeaders;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.util.Map;

/**
 * The error contract of NXOS: {@code {"error":{"code","message","requestId"}}} and nothing else. A lack of funds is 400.
 *
 * <p>Source: the NXOS contract, section 3. It knows no overload: that is 503, with the header {@code Retry-After}.
 */
@Singleton
public final class NxosDialect implements Dialect {

    private static final String RETRY_AFTER_SECONDS = "1";

    @Serdeable
    record Envelope(Error error) {}

    @Serdeable
    record Error(String code, String message, String requestId) {}

    @Override
    public Answer tell(Problem problem, RequestId requestId) {
        var error = new Error(problem.code(), problem.message(), requestId.value());
        return new Answer(statusOf(problem), headersOf(problem), new Envelope(error));
    }

    public static int statusOf(Problem problem) {
        return switch (problem) {
            case Problem.Refusal refusal -> statusOf(refusal.error().kind());
            case Problem.InternalError internal -> 500;
        };
    }

    private static Map<String, String> headersOf(Problem problem) {
        boolean passes = problem instanceof Problem.Refusal refusal && refusal.error().kind() == ErrorKind.UNAVAILABLE;
        return passes ? Map.of(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS) : Map.of();
    }

    private static int statusOf(ErrorKind kind) {
        return switch (kind) {
            case INVALID, UNFUNDED -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case UPSTREAM -> 502;
            case UNAVAILABLE -> 503;
        };
    }
}
