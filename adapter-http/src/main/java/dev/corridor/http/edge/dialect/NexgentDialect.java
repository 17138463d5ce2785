package dev.corridor.http.edge.dialect;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.corridor.domain.error.ErrorKind;
import dev.corridor.domain.error.Retry;
import dev.corridor.domain.error.ValidationError.FieldFault;
import dev.corridor.http.edge.problem.Detail.Fact;
import dev.corridor.http.edge.problem.ErrorCode;
import dev.corridor.http.edge.problem.Problem;
import io.micronaut.http.BasicHttpAttributes;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The error contract of Nexgent: {@code success}, {@code error}, and optionally {@code code} and {@code details}. Amounts among the details
 * are JSON numbers; sentences have no full stop. Creating a user or a key is answered with 201.
 *
 * <p>Source: the Nexgent contract, "Error Codes & Handling". Its clients refresh their tokens on the exact text "Token expired", so nothing
 * else may use it. Our API keys correspond to its tokens.
 */
final class NexgentDialect implements Dialect {

    private static final Map<ErrorCode, Place> PLACES = Places.of(Places::nexgent);

    /** Creations that the vendor also has. Logins, refreshed tokens and rotated keys create no resource. */
    private static final Set<String> CREATING = Set.of("/v1/auth/register", "/v1/api-keys");

    private static final String ROUTE = "Route";
    private static final String SERVICE = "service";
    private static final String UPSTREAM_STATUS = "upstreamStatus";

    /** The prefix of an HTTP status in the detail. */
    private static final String HTTP = "HTTP ";

    /** A member beside the error, not among its details. */
    private static final String LOCKED_UNTIL = "lockedUntil";

    private final boolean showsStack;

    NexgentDialect(boolean showsStack) {
        this.showsStack = showsStack;
    }

    @Override
    public Rendering render(Problem problem, HttpRequest<?> request) {
        var place = placeOf(problem.code());
        return Rendering.json(place.status(), json -> {
            json.writeBooleanField("success", false);
            json.writeStringField("error", textOf(place, problem, request));
            if (!place.code().isEmpty()) {
                json.writeStringField("code", place.code());
            }
            if (problem.code() == ErrorCode.ACCOUNT_LOCKED) {
                json.writeStringField(LOCKED_UNTIL, fact(problem, LOCKED_UNTIL));
            }
            writeDetails(json, place, problem);
            if (problem.code().kind() == ErrorKind.LIMITED && problem.consequence().retry() == Retry.AFTER) {
                json.writeNumberField("retryAfter", problem.waitSeconds());
            }
            if (showsStack) {
                json.writeStringField("stack", stackOf(problem));
            }
        });
    }

    /** Internal errors have no code. */
    @Override
    public Place placeOf(ErrorCode code) {
        return PLACES.get(code);
    }

    private static String textOf(Place place, Problem problem, HttpRequest<?> request) {
        return switch (problem.code()) {
            case VALIDATION_ERROR, ASSET_NOT_SUPPORTED -> problem.faults().size() > 1 ? "Validation failed" : Faults.withoutStop(problem.message());
            case NOT_FOUND -> Faults.withoutStop(problem.message()) + (fact(problem, "subject").equals(ROUTE) ? ": " + routeIn(request) : "");
            case INSUFFICIENT_FUNDS -> "Insufficient " + fact(problem, "asset") + " balance";
            case DATA_SOURCE_UNAVAILABLE -> fact(problem, SERVICE) + " error: " + fact(problem, UPSTREAM_STATUS);
            case CHAIN_SEND_FAILED -> "Blockchain error: " + Faults.withoutStop(problem.message());
            default -> place.text().isEmpty() ? Faults.withoutStop(problem.message()) : place.text();
        };
    }

    /** The vendor's server appends "not found" to the name of a missing resource; for routes the name already ends with it. */
    private static String routeIn(HttpRequest<?> request) {
        return request.getMethodName() + " " + request.getPath() + " not found";
    }

    private static void writeDetails(JsonGenerator json, Place place, Problem problem) throws IOException {
        var facts = place.details().stream().flatMap(name -> find(problem, name)).toList();
        var faults = problem.faults();
        if (facts.isEmpty() && faults.isEmpty()) {
            return;
        }
        json.writeObjectFieldStart("details");
        for (var fact : facts) {
            if (fact.name().equals(UPSTREAM_STATUS)) {
                writeStatusCode(json, fact.value().toString());
            } else {
                write(json, fact);
            }
        }
        if (!faults.isEmpty()) {
            write(json, faults);
        }
        json.writeEndObject();
    }

    /** The contract has a numeric upstream status. Without a response there is none, and the message has the result. */
    private static void writeStatusCode(JsonGenerator json, String upstreamStatus) throws IOException {
        if (upstreamStatus.startsWith(HTTP)) {
            json.writeFieldName("statusCode");
            json.writeNumber(upstreamStatus.substring(HTTP.length()));
        }
    }

    private static void write(JsonGenerator json, Fact fact) throws IOException {
        json.writeFieldName(fact.name());
        switch (fact.type()) {
            case AMOUNT, RATE, NUMBER -> json.writeNumber(fact.value().toString());
            case TEXT, ID, WORD, WORDS, TIMESTAMP, FIELDS -> json.writeString(fact.value().toString());
        }
    }

    private static void write(JsonGenerator json, List<FieldFault> faults) throws IOException {
        json.writeArrayFieldStart("errors");
        for (var fault : faults) {
            json.writeStartObject();
            json.writeStringField("field", fault.field());
            json.writeStringField("message", fault.reason());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static Stream<Fact> find(Problem problem, String name) {
        return problem.facts().stream().filter(fact -> fact.name().equals(name));
    }

    private static String fact(Problem problem, String name) {
        return find(problem, name).findFirst().orElseThrow().value().toString();
    }

    /** Refusals have no stack trace. */
    private static String stackOf(Problem problem) {
        var text = new StringWriter();
        problem.failure().ifPresentOrElse(failure -> failure.printStackTrace(new PrintWriter(text)), () -> text.write(problem.message()));
        return text.toString();
    }

    @Override
    public void shapeSuccess(HttpRequest<?> request, MutableHttpResponse<?> response) {
        boolean creates = request.getMethod() == HttpMethod.POST && response.code() == HttpStatus.OK.getCode();
        if (creates && BasicHttpAttributes.getUriTemplate(request).filter(CREATING::contains).isPresent()) {
            response.status(HttpStatus.CREATED);
        }
    }
}
