package dev.corridor.http.edge.dialect;

import dev.corridor.http.edge.problem.ErrorCode;
import dev.corridor.http.edge.problem.Problem;
import dev.corridor.http.edge.request.RequestId;
import io.micronaut.http.HttpRequest;
import java.util.Map;

/**
 * The error contract of NXOS: {@code {"error":{"code","message","requestId"}}} and nothing else. A lack of funds is 400.
 *
 * <p>Source: the NXOS contract, section 3. Its seventeen codes cover their conditions even where our catalogue is finer. Elsewhere the
 * canonical code is sent unchanged.
 */
public final class NxosDialect implements Dialect {

    private static final Map<ErrorCode, Place> PLACES = Places.of(Places::nxos);

    @Override
    public Rendering render(Problem problem, HttpRequest<?> request) {
        var place = placeIn(problem.code());
        return Rendering.json(place.status(), json -> {
            json.writeObjectFieldStart("error");
            json.writeStringField("code", place.code());
            json.writeStringField("message", problem.message());
            json.writeStringField("requestId", RequestId.of(request).value());
            json.writeEndObject();
        });
    }

    @Override
    public Place placeOf(ErrorCode code) {
        return placeIn(code);
    }

    /** The default dialect, which OpenAPI describes. */
    public static Place placeIn(ErrorCode code) {
        return PLACES.get(code);
    }
}
