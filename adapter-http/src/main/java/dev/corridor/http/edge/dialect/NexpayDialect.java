package dev.corridor.http.edge.dialect;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.corridor.domain.error.AssetNotSupported;
import dev.corridor.domain.market.MarketError.SymbolNotFound;
import dev.corridor.http.edge.problem.ErrorCode;
import dev.corridor.http.edge.problem.Problem;
import dev.corridor.http.edge.request.RequestId;
import io.micronaut.http.HttpRequest;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The error contract of Nexpay: a list {@code errors} of numeric codes with fixed messages, one entry per faulty field, and a
 * {@code traceId} of 32 hex digits. The text {@code data} has the specifics.
 *
 * <p>Source: the Nexpay contract, "Status codes and errors guide". It knows only the statuses 400, 403, 404 and 500: failed authentication
 * is 403, conflicts are 400, upstream failures are 500, after which its clients query the payment. An overload is 503, a limit 429.
 */
final class NexpayDialect implements Dialect {

    private static final Map<ErrorCode, Place> PLACES = Places.of(Places::nexpay);

    @Override
    public Rendering render(Problem problem, HttpRequest<?> request) {
        var place = placeOf(problem.code());
        return Rendering.json(place.status(), json -> {
            json.writeArrayFieldStart("errors");
            for (var data : dataOf(place, problem)) {
                write(json, place, data);
            }
            json.writeEndArray();
            json.writeStringField("traceId", RequestId.of(request).hex());
        });
    }

    @Override
    public Place placeOf(ErrorCode code) {
        return PLACES.get(code);
    }

    /** One text per entry; empty where an entry has none. */
    private static List<String> dataOf(Place place, Problem problem) {
        switch (problem.error().orElse(null)) {
            case SymbolNotFound unknown -> {
                return List.of("Unknown symbol " + unknown.symbol());
            }
            case AssetNotSupported unknown -> {
                return List.of("Unknown symbol " + unknown.asset());
            }
            case null, default -> {}
        }
        var faults = problem.faults();
        if (!faults.isEmpty()) {
            return faults.stream().map(fault -> fault.field() + " " + fault.reason()).toList();
        }
        return List.of(place.tellsMore() ? problem.message() : "");
    }

    private static void write(JsonGenerator json, Place place, String data) throws IOException {
        json.writeStartObject();
        json.writeFieldName("code");
        json.writeNumber(place.code());
        json.writeStringField("message", place.text());
        if (!data.isEmpty()) {
            json.writeStringField("data", data);
        }
        json.writeEndObject();
    }
}
