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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The error contract of Nexgent: {@code success}, {@code error}, {@code code} and {@code details}, of which the last two may be absent.
 * Amounts among the details are JSON numbers; sentences end without a full stop. What creates a user or a key is answered 201.
 *
 * <p>Source: the Nexgent contract, "Error Codes & Handling". Its clients refresh their tokens at the exact text "Token expired", so nothing else
 * may be told in these words. A key of the API is to it what a token is.
 */
final class NexgentDialect implements Dialect {

    /** Of what the vendor has, too. A login, a refreshed token or a rotated key is nothing new that could be found at an address. */
    private static final Set<String> CREATING = Set.of("/v1/auth/register", "/v1/api-keys");

    private static final String ROUTE = "Route";
    private static final String SERVICE = "service";
    private static final String UPSTREAM_STATUS = "upstreamStatus";

    /** How the status of an answer over HTTP begins. */
    private static final String HTTP = "HTTP ";

    /** Stands beside the error, not among its details. */
    private static final String LOCKED_UNTIL = "lockedUntil";

    /** The codes of the contract; a fault of ours has none. */
    private enum Code {
        AUTHENTICATION_ERROR,
        AUTHORIZATION_ERROR,
        VALIDATION_ERROR,
        NOT_FOUND,
        CONFLICT,
        TRADING_ERROR,
        EXTERNAL_SERVICE_ERROR
    }

    /**
     * @param text empty if the problem's own message is told
     * @param details which of the problem's facts are told, in this order
     */
    private record Row(int status, Optional<Code> code, String text, List<String> details) {

        private static Row of(int status, Code code, String... details) {
            return new Row(status, Optional.of(code), "", List.of(details));
        }

        private static Row authentication(String text) {
            return new Row(401, Optional.of(Code.AUTHENTICATION_ERROR), text, List.of());
        }

        private static Row withoutCode(int status, String text) {
            return new Row(status, Optional.empty(), text, List.of());
        }
    }

    private final boolean showsStack;

    NexgentDialect(boolean showsStack) {
        this.showsStack = showsStack;
    }

    @Override
    public Telling tell(Problem problem, HttpRequest<?> request) {
        var row = rowOf(problem.code());
        return Telling.json(row.status, json -> {
            json.writeBooleanField("success", false);
            json.writeStringField("error", textOf(row, problem, request));
            if (row.code.isPresent()) {
                json.writeStringField("code", row.code.get().name());
            }
            if (problem.code() == ErrorCode.ACCOUNT_LOCKED) {
                json.writeStringField(LOCKED_UNTIL, fact(problem, LOCKED_UNTIL));
            }
            writeDetails(json, row, problem);
            if (problem.code().kind() == ErrorKind.LIMITED && problem.consequence().retry() == Retry.AFTER) {
                json.writeNumberField("retryAfter", problem.waitSeconds());
            }
            if (showsStack) {
                json.writeStringField("stack", stackOf(problem));
            }
        });
    }

    @Override
    public Place placeOf(ErrorCode code) {
        var row = rowOf(code);
        return new Place(row.status, row.code.map(Code::name).orElse(""));
    }

    private static Row rowOf(ErrorCode code) {
        return switch (code) {
            case MISSING_API_KEY -> Row.authentication("Authorization header required");
            case INVALID_API_KEY -> Row.authentication("Invalid token");
            case INVALID_TOKEN -> Row.authentication("Invalid token");
            case INVALID_TOKEN_TYPE -> Row.authentication("Invalid token type");
            case TOKEN_EXPIRED -> Row.authentication("Token expired");
            case TOKEN_REVOKED -> Row.authentication("Token has been revoked");
            case INVALID_CREDENTIALS -> Row.authentication("Invalid email or password");
            case ACCOUNT_LOCKED -> Row.withoutCode(423, "Account is locked. Please try again later.");
            case EMAIL_TAKEN -> Row.of(409, Code.CONFLICT);
            case API_KEY_DELETED, API_KEY_DEPRECATED -> Row.authentication("Token has been revoked");
            case API_KEY_EXPIRED -> Row.authentication("Invalid token");
            case FORBIDDEN -> Row.of(403, Code.AUTHORIZATION_ERROR);
            case API_KEY_NOT_ENABLED, API_KEY_LOCKED, CLIENT_INACTIVE, IP_NOT_ALLOWED -> Row.of(403, Code.AUTHORIZATION_ERROR);
            case TIER_INSUFFICIENT -> Row.of(403, Code.AUTHORIZATION_ERROR, "required", "current");
            case MISSING_NONCE, MISSING_SIGNATURE, INVALID_NONCE, WRONG_SIGNATURE, NONCE_NOT_MONOTONOUS -> Row.of(401, Code.AUTHENTICATION_ERROR);
            case RATE_LIMIT_EXCEEDED -> Row.withoutCode(429, "Too many requests. Please try again later.");
            case QUOTA_EXHAUSTED -> Row.withoutCode(429, "");
            case API_KEY_TRANSITION_REFUSED, LAST_MANAGING_KEY, API_KEY_LIMIT_REACHED -> Row.of(409, Code.CONFLICT);
            case API_KEY_NAME_TAKEN -> Row.of(409, Code.CONFLICT);
            case ASSET_NOT_SUPPORTED, MISSING_PARAMETER, LIMIT_EXCEEDED, INVALID_TIME_RANGE -> Row.of(400, Code.VALIDATION_ERROR);
            case SYMBOL_NOT_FOUND -> Row.of(404, Code.NOT_FOUND);
            case DATA_SOURCE_UNAVAILABLE -> Row.of(502, Code.EXTERNAL_SERVICE_ERROR, SERVICE, UPSTREAM_STATUS);
            case VALIDATION_ERROR, INVALID_REQUEST -> Row.of(400, Code.VALIDATION_ERROR);
            case CONNECTION_LIMIT_EXCEEDED, SUBSCRIPTION_LIMIT_EXCEEDED -> Row.withoutCode(429, "");
            case INVALID_MESSAGE_FORMAT, UNKNOWN_COMMAND -> Row.of(400, Code.VALIDATION_ERROR);
            case RESUME_POINT_LOST -> Row.of(409, Code.CONFLICT);
            case CHANNEL_UNAVAILABLE -> Row.withoutCode(503, "");
            case NOT_FOUND, CONNECTION_NOT_FOUND, API_KEY_NOT_FOUND, ORGANIZATION_NOT_FOUND, ACCOUNT_NOT_FOUND, QUOTE_NOT_FOUND, BENEFICIARY_NOT_FOUND ->
                Row.of(404, Code.NOT_FOUND);
            case QUOTE_EXPIRED, QUOTE_ALREADY_USED, BENEFICIARY_ALREADY_ARCHIVED -> Row.of(409, Code.CONFLICT);
            case TRANSACTION_NOT_REVERSIBLE, TRANSACTION_ALREADY_REVERSED -> Row.of(409, Code.CONFLICT);
            case IDEMPOTENCY_REQUEST_IN_FLIGHT, IDEMPOTENCY_KEY_IN_USE -> Row.of(409, Code.CONFLICT);
            case INSUFFICIENT_FUNDS -> Row.of(400, Code.TRADING_ERROR, "required", "available");
            case SLIPPAGE_EXCEEDS_MAXIMUM -> new Row(400, Optional.of(Code.TRADING_ERROR), "Slippage exceeds maximum allowed", List.of("requested", "maximum"));
            case PRICE_MOVED -> Row.of(400, Code.TRADING_ERROR, "expected", "actual", "slippageBps");
            case CHAIN_SEND_FAILED -> Row.of(502, Code.EXTERNAL_SERVICE_ERROR, "transaction", "outcome");
            case SERVICE_UNAVAILABLE -> Row.withoutCode(503, "Service unavailable");
            case AUTHENTICATION_FAILED, INTERNAL_ERROR -> Row.withoutCode(500, "Internal Server Error");
        };
    }

    private static String textOf(Row row, Problem problem, HttpRequest<?> request) {
        return switch (problem.code()) {
            case VALIDATION_ERROR, ASSET_NOT_SUPPORTED -> problem.faults().size() > 1 ? "Validation failed" : Faults.withoutStop(problem.message());
            case NOT_FOUND -> Faults.withoutStop(problem.message()) + (fact(problem, "subject").equals(ROUTE) ? ": " + routeIn(request) : "");
            case API_KEY_NAME_TAKEN -> "API key name already exists";
            case EMAIL_TAKEN -> "Email already registered";
            case INSUFFICIENT_FUNDS -> "Insufficient " + fact(problem, "asset") + " balance";
            case DATA_SOURCE_UNAVAILABLE -> fact(problem, SERVICE) + " error: " + fact(problem, UPSTREAM_STATUS);
            case CHAIN_SEND_FAILED -> "Blockchain error: " + Faults.withoutStop(problem.message());
            default -> row.text.isEmpty() ? Faults.withoutStop(problem.message()) : row.text;
        };
    }

    /** The vendor's server writes "not found" behind whatever has not been found, and what it calls a route says so already. */
    private static String routeIn(HttpRequest<?> request) {
        return request.getMethodName() + " " + request.getPath() + " not found";
    }

    private static void writeDetails(JsonGenerator json, Row row, Problem problem) throws IOException {
        var facts = row.details.stream().flatMap(name -> find(problem, name)).toList();
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

    /** The contract knows the status of an upstream as a number. What never answered has none; the message says what became of it. */
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

    /** A refusal has no trace: it is no fault. */
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
