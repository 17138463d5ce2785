package dev.corridor.http.edge.dialect;

import dev.corridor.domain.error.AssetNotSupported;
import dev.corridor.domain.error.MissingParameter;
import dev.corridor.domain.market.MarketError.SymbolNotFound;
import dev.corridor.http.edge.problem.ErrorCode;
import dev.corridor.http.edge.problem.Problem;
import dev.corridor.http.edge.request.RequestId;
import io.micronaut.http.HttpRequest;
import java.util.List;
import java.util.Map;

/**
 * The error contract of NexusGlass: a flat object with {@code error}, {@code code} and {@code message}, in that order. Internal errors and
 * limits have a {@code request_id} instead of the message, limits also the seconds to wait.
 *
 * <p>Source: the NexusGlass contract, "Error Codes". It has no status 409 and 502: conflicts are 400, upstream failures 503. Where it has
 * no code, the canonical one is sent in upper case.
 */
final class NexusGlassDialect implements Dialect {

    private static final Map<ErrorCode, Place> PLACES = Places.of(Places::nexusGlass);

    private static final String MISSING_PARAMETER = "MISSING_PARAMETER";

    @Override
    public Rendering render(Problem problem, HttpRequest<?> request) {
        return switch (placeOf(problem.code())) {
            case Place place when place.status() == 500 -> renderFault(place, request);
            case Place place when place.status() == 429 -> renderWait(place, problem, request);
            case Place place when problem.code() == ErrorCode.VALIDATION_ERROR -> renderFields(place, problem);
            case Place place when problem.error().orElse(null) instanceof SymbolNotFound unknown ->
                renderSymbol(place, unknown.symbol(), unknown.supported());
            case Place place when problem.error().orElse(null) instanceof AssetNotSupported unknown ->
                renderSymbol(place, unknown.asset(), unknown.supported());
            case Place place when problem.error().orElse(null) instanceof MissingParameter missing ->
                renderField(place, place.code(), missing.field(), missing(missing.field()));
            case Place place when problem.code() == ErrorCode.TIER_INSUFFICIENT -> renderTiers(place, problem);
            case Place place -> render(place, place.text().isEmpty() ? problem.message() : place.text());
        };
    }

    @Override
    public Place placeOf(ErrorCode code) {
        return PLACES.get(code);
    }

    /** The contract's text for a status. */
    private static String headingOf(Place place) {
        return switch (place.status()) {
            case 400 -> "Bad Request";
            case 401 -> "Unauthorized";
            case 403 -> "Forbidden";
            case 404 -> "Not Found";
            case 429 -> "Rate limit exceeded";
            case 500 -> "Internal Server Error";
            case 503 -> "Service Unavailable";
            default -> throw new IllegalArgumentException("the contract has no status " + place.status());
        };
    }

    private static Rendering render(Place place, String message) {
        return Rendering.json(place.status(), json -> {
            json.writeStringField("error", headingOf(place));
            json.writeStringField("code", place.code());
            json.writeStringField("message", message);
        });
    }

    /** Also used for quotas, which the contract lacks. */
    private static Rendering renderWait(Place place, Problem problem, HttpRequest<?> request) {
        return Rendering.json(place.status(), json -> {
            json.writeStringField("error", headingOf(place));
            json.writeStringField("code", place.code());
            json.writeNumberField("retry_after", problem.waitSeconds());
            json.writeStringField("request_id", RequestId.of(request).hyphenated());
        });
    }

    private static Rendering renderTiers(Place place, Problem problem) {
        var required = fact(problem, "required");
        return Rendering.json(place.status(), json -> {
            json.writeStringField("error", headingOf(place));
            json.writeStringField("code", place.code());
            json.writeStringField("message", "This endpoint requires " + required + " tier.");
            json.writeStringField("required_tier", required);
            json.writeStringField("current_tier", fact(problem, "current"));
        });
    }

    private static String fact(Problem problem, String name) {
        return problem.facts().stream()
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value()
                .toString();
    }

    /** The contract reports one field. A single missing one has its own code. */
    private static Rendering renderFields(Place place, Problem problem) {
        var faults = problem.faults();
        var field = faults.getFirst().field();
        return faults.equals(List.of(Faults.missing(field)))
                ? renderField(place, MISSING_PARAMETER, field, missing(field))
                : renderField(place, place.code(), field, problem.message());
    }

    private static String missing(String field) {
        return "The " + field + " parameter is required.";
    }

    private static Rendering renderField(Place place, String code, String field, String message) {
        return Rendering.json(place.status(), json -> {
            json.writeStringField("error", headingOf(place));
            json.writeStringField("code", code);
            json.writeStringField("field", field);
            json.writeStringField("message", message);
        });
    }

    private static Rendering renderSymbol(Place place, String symbol, List<String> supported) {
        return Rendering.json(place.status(), json -> {
            json.writeStringField("error", headingOf(place));
            json.writeStringField("code", place.code());
            json.writeStringField("message", "Symbol " + symbol + " is not supported.");
            json.writeArrayFieldStart("supported");
            for (var name : supported) {
                json.writeString(name);
            }
            json.writeEndArray();
        });
    }

    /** The contract's ids are {@code req_} and a UUID with hyphens. */
    private static Rendering renderFault(Place place, HttpRequest<?> request) {
        return Rendering.json(place.status(), json -> {
            json.writeStringField("error", headingOf(place));
            json.writeStringField("code", place.code());
            json.writeStringField("request_id", RequestId.of(request).hyphenated());
        });
    }
}
