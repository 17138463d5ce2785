package dev.corridor.http.dialect;

import dev.corridor.http.problem.ErrorCode;
import dev.corridor.http.problem.Outcome;
import dev.corridor.http.problem.Problem;
import dev.corridor.http.problem.Retry;
import dev.corridor.http.request.RequestId;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Tells a failure in the error contract of whoever asks. Three headers say the same in every contract: the canonical code, what became of the
 * request, and whether it may be sent again.
 */
@Singleton
public final class Dialects {

    private final Dialect dialect = new NxosDialect();

    public Answer tell(Problem problem, HttpRequest<?> request) {
        var telling = dialect.tell(problem, RequestId.of(request));
        return new Answer(telling.status(), telling.type(), headers(problem), telling.body());
    }

    private static Map<String, String> headers(Problem problem) {
        var headers = new LinkedHashMap<String, String>();
        var consequence = problem.consequence();
        headers.put(ErrorCode.HEADER, problem.code().toString());
        headers.put(Outcome.HEADER, consequence.outcome().toString());
        headers.put(Retry.HEADER, consequence.retry().toString());
        if (consequence.retry() == Retry.AFTER) {
            headers.put(HttpHeaders.RETRY_AFTER, String.valueOf(problem.code().waitSeconds()));
        }
        return headers;
    }
}
