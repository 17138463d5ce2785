package dev.corridor.http.edge.dialect;

import dev.corridor.http.edge.problem.ErrorCode;
import dev.corridor.http.edge.problem.Problem;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import java.util.Map;

/** An error contract: renders problems for clients that were written for it. */
interface Dialect {

    Rendering render(Problem problem, HttpRequest<?> request);

    /** The contract's status and code for a canonical code. */
    Place placeOf(ErrorCode code);

    /** Adapts a success to the contract. Most contracts need nothing. */
    default void shapeSuccess(HttpRequest<?> request, MutableHttpResponse<?> response) {}

    /**
     * A failure in the contract's format. Corridor's own headers are added later, the same in every dialect.
     *
     * @param headers of this contract only
     */
    record Rendering(int status, MediaType type, Map<String, String> headers, byte[] body) {

        static Rendering json(int status, JsonText.Members members) {
            return new Rendering(status, MediaType.APPLICATION_JSON_TYPE, Map.of(), JsonText.object(members));
        }
    }
}
