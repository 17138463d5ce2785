package dev.corridor.http.edge.dialect;

import dev.corridor.http.edge.problem.ErrorCode;
import dev.corridor.http.edge.problem.Problem;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.util.Map;

/** One error contract: how a problem is told to a client that was written for it. */
interface Dialect {

    Telling tell(Problem problem, HttpRequest<?> request);

    /** Where the contract has a place for a code. */
    Place placeOf(ErrorCode code);

    /** Gives a success of the API the shape that the contract wants. Most contracts want none. */
    default void shapeSuccess(HttpRequest<?> request, MutableHttpResponse<?> response) {}

    /**
     * What the contract says of a failure. What Corridor says beside it, in headers, is the same in every dialect.
     *
     * @param headers of this contract alone
     */
    record Telling(int status, MediaType type, Map<String, String> headers, byte[] body) {

        static Telling json(int status, JsonText.Members members) {
            return new Telling(status, MediaType.APPLICATION_JSON_TYPE, Map.of(), JsonText.object(members));
        }
    }
}
