package dev.corridor.http.dialect;

import dev.corridor.http.problem.Problem;
import dev.corridor.http.request.RequestId;
import io.micronaut.http.MediaType;

/** One error contract: how a problem is told to a client that was written for it. */
interface Dialect {

    Telling tell(Problem problem, RequestId requestId);

    /** What the contract says of a failure. What Corridor says beside it, in headers, is the same in every dialect. */
    record Telling(int status, MediaType type, byte[] body) {

        static Telling json(int status, byte[] body) {
            return new Telling(status, MediaType.APPLICATION_JSON_TYPE, body);
        }
    }
}
