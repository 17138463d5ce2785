package dev.corridor.http.dialect;

import dev.corridor.http.problem.Problem;
import dev.corridor.http.request.RequestId;
import java.util.Map;

/** One error contract: how a problem is told to a client that was written for it. */
public interface Dialect {

    Answer tell(Problem problem, RequestId requestId);

    /**
     * What goes over the wire. The header {@code X-Request-Id} is not among the headers: it is on every answer, in every dialect.
     *
     * @param body something that can be written as JSON
     */
    record Answer(int status, Map<String, String> headers, Object body) {}
}
