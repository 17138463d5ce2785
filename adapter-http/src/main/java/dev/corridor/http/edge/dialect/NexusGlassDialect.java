package dev.corridor.http.edge.dialect;

import dev.corridor.domain.error.AssetNotSupported;
import dev.corridor.domain.error.MissingParameter;
import dev.corridor.domain.market.MarketError.SymbolNotFound;
import dev.corridor.http.edge.problem.ErrorCode;
import dev.corridor.http.edge.problem.Problem;
import dev.corridor.http.edge.request.RequestId;
import io.micronaut.http.HttpRequest;
import java.util.List;

/**
 * The error contract of NexusGlass: one flat object with {@code error}, {@code code} and {@code message}, in that order. A fault of ours has
 * a {@code request_id} instead of the message, and so has a limit, with the seconds to wait.
 *
 * <p>Source: the NexusGlass contract, "Error Codes". It has no status 409 and 502: conflicts are 400, failures beyond us 503. Where it has no
 * code, the canonical one goes out in its spelling.
 */
final class NexusGlassDialect implements Dialect {

    private static final String MISSING_PARAMETER = "MISSING_PARAMETER";
    private static final String NOT_FOUND = "NOT_FOUND";

    /** How the contract heads its answers. */
    private enum Heading {
        BAD_REQUEST(400, "Bad Request"),
        UNAUTHORIZED(401, "Unauthorized"),
        FORBIDDEN(403, "Forbidden"),
        NOT_FOUND(404, "Not Found"),
        RATE_LIMIT_EXCEEDED(429, "Rate limit exceeded"),
        INTERNAL_SERVER_ERROR(500, "Internal Server Error"),
        SERVICE_UNAVAILABLE(503, "Service Unavailable");

        private final int status;
        private final String error;

        Heading(int status, String error) {
            this.status = status;
            this.error = error;
        }
    }

    /** @param message empty if the problem's own is told */
    private record Row(Heading heading, String code, String message) {

        private Row(Heading heading, String code) {
            this(heading, code, "");
        }

        private static Row canonical(Heading heading, ErrorCode code) {
            return new Row(heading, code.name());
        }
    }

    @Override
    public Telling tell(Problem problem, HttpRequest<?> request) {
        return switch (rowOf(problem.code())) {
            case Row row when row.heading == Heading.INTERNAL_SERVER_ERROR -> tellFault(row, request);
            case Row row when row.heading == Heading.RATE_LIMIT_EXCEEDED -> tellWait(row, problem, request);
            case Row row when problem.code() == ErrorCode.VALIDATION_ERROR -> tellFields(row, problem);
            case Row row when problem.error().orElse(null) instanceof SymbolNotFound unknown -> tellSymbol(row, unknown.symbol(), unknown.supported());
            case Row row when problem.error().orElse(null) instanceof AssetNotSupported unknown -> tellSymbol(row, unknown.asset(), unknown.supported());
            case Row row when problem.error().orElse(null) instanceof MissingParameter missing -> tellField(row, row.code, missing.field(), missing(missing.field()));
            case Row row when problem.code() == ErrorCode.TIER_INSUFFICIENT -> tellTiers(row, problem);
            case Row row -> tell(row, row.message.isEmpty() ? problem.message() : row.message);
        };
    }

    @Override
    public Place placeOf(ErrorCode code) {
        var row = rowOf(code);
        return new Place(row.heading.status, row.code);
    }

    private static Row rowOf(ErrorCode code) {
        return switch (code) {
            case MISSING_API_KEY -> new Row(Heading.UNAUTHORIZED, "MISSING_API_KEY", "X-API-Key header is required.");
            case INVALID_API_KEY -> new Row(Heading.UNAUTHORIZED, "INVALID_API_KEY", "The provided API key is not recognized.");
            case API_KEY_DELETED, API_KEY_DEPRECATED, API_KEY_EXPIRED -> new Row(Heading.UNAUTHORIZED, "INVALID_API_KEY", "The provided API key is not recognized.");
            case INVALID_TOKEN, INVALID_TOKEN_TYPE, TOKEN_EXPIRED, TOKEN_REVOKED, INVALID_CREDENTIALS -> Row.canonical(Heading.UNAUTHORIZED, code);
            case ACCOUNT_LOCKED -> Row.canonical(Heading.FORBIDDEN, code);
            case EMAIL_TAKEN -> Row.canonical(Heading.BAD_REQUEST, code);
            case FORBIDDEN, TIER_INSUFFICIENT -> Row.canonical(Heading.FORBIDDEN, code);
            case API_KEY_NOT_ENABLED, API_KEY_LOCKED, CLIENT_INACTIVE, IP_NOT_ALLOWED -> Row.canonical(Heading.FORBIDDEN, code);
            case MISSING_NONCE, MISSING_SIGNATURE, INVALID_NONCE, WRONG_SIGNATURE, NONCE_NOT_MONOTONOUS -> Row.canonical(Heading.UNAUTHORIZED, code);
            case RATE_LIMIT_EXCEEDED, QUOTA_EXHAUSTED -> Row.canonical(Heading.RATE_LIMIT_EXCEEDED, code);
            case API_KEY_TRANSITION_REFUSED, LAST_MANAGING_KEY, API_KEY_NAME_TAKEN, API_KEY_LIMIT_REACHED -> Row.canonical(Heading.BAD_REQUEST, code);
            case CONNECTION_LIMIT_EXCEEDED, SUBSCRIPTION_LIMIT_EXCEEDED -> Row.canonical(Heading.FORBIDDEN, code);
            case INVALID_MESSAGE_FORMAT, UNKNOWN_COMMAND, RESUME_POINT_LOST -> Row.canonical(Heading.BAD_REQUEST, code);
            case CHANNEL_UNAVAILABLE -> Row.canonical(Heading.SERVICE_UNAVAILABLE, code);
            case NOT_FOUND, CONNECTION_NOT_FOUND, API_KEY_NOT_FOUND, ORGANIZATION_NOT_FOUND, ACCOUNT_NOT_FOUND, QUOTE_NOT_FOUND, BENEFICIARY_NOT_FOUND ->
                new Row(Heading.NOT_FOUND, NOT_FOUND);
            case QUOTE_EXPIRED, QUOTE_ALREADY_USED, BENEFICIARY_ALREADY_ARCHIVED -> Row.canonical(Heading.BAD_REQUEST, code);
            case TRANSACTION_NOT_REVERSIBLE, TRANSACTION_ALREADY_REVERSED -> Row.canonical(Heading.BAD_REQUEST, code);
            case IDEMPOTENCY_REQUEST_IN_FLIGHT, IDEMPOTENCY_KEY_IN_USE -> Row.canonical(Heading.BAD_REQUEST, code);
            case SYMBOL_NOT_FOUND, ASSET_NOT_SUPPORTED -> new Row(Heading.BAD_REQUEST, "INVALID_SYMBOL");
            case MISSING_PARAMETER -> new Row(Heading.BAD_REQUEST, MISSING_PARAMETER);
            case LIMIT_EXCEEDED, INVALID_TIME_RANGE -> Row.canonical(Heading.BAD_REQUEST, code);
            case DATA_SOURCE_UNAVAILABLE -> Row.canonical(Heading.SERVICE_UNAVAILABLE, code);
            case PRICE_MOVED, SLIPPAGE_EXCEEDS_MAXIMUM -> Row.canonical(Heading.BAD_REQUEST, code);
            case INSUFFICIENT_FUNDS, VALIDATION_ERROR, INVALID_REQUEST -> Row.canonical(Heading.BAD_REQUEST, code);
            case CHAIN_SEND_FAILED, SERVICE_UNAVAILABLE -> Row.canonical(Heading.SERVICE_UNAVAILABLE, code);
            case AUTHENTICATION_FAILED, INTERNAL_ERROR -> new Row(Heading.INTERNAL_SERVER_ERROR, "INTERNAL_ERROR");
        };
    }

    private static Telling tell(Row row, String message) {
        return Telling.json(row.heading.status, json -> {
            json.writeStringField("error", row.heading.error);
            json.writeStringField("code", row.code);
            json.writeStringField("message", message);
        });
    }

    /** A quota, which the contract does not know, is told in the same way. */
    private static Telling tellWait(Row row, Problem problem, HttpRequest<?> request) {
        return Telling.json(row.heading.status, json -> {
            json.writeStringField("error", row.heading.error);
            json.writeStringField("code", row.code);
            json.writeNumberField("retry_after", problem.waitSeconds());
            json.writeStringField("request_id", RequestId.of(request).hyphenated());
        });
    }

    private static Telling tellTiers(Row row, Problem problem) {
        var required = fact(problem, "required");
        return Telling.json(row.heading.status, json -> {
            json.writeStringField("error", row.heading.error);
            json.writeStringField("code", row.code);
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

    /** The contract has room for one field. A single one that is missing has a code of its own. */
    private static Telling tellFields(Row row, Problem problem) {
        var faults = problem.faults();
        var field = faults.getFirst().field();
        return faults.equals(List.of(Faults.missing(field)))
                ? tellField(row, MISSING_PARAMETER, field, missing(field))
                : tellField(row, row.code, field, problem.message());
    }

    private static String missing(String field) {
        return "The " + field + " parameter is required.";
    }

    private static Telling tellField(Row row, String code, String field, String message) {
        return Telling.json(row.heading.status, json -> {
            json.writeStringField("error", row.heading.error);
            json.writeStringField("code", code);
            json.writeStringField("field", field);
            json.writeStringField("message", message);
        });
    }

    private static Telling tellSymbol(Row row, String symbol, List<String> supported) {
        return Telling.json(row.heading.status, json -> {
            json.writeStringField("error", row.heading.error);
            json.writeStringField("code", row.code);
            json.writeStringField("message", "Symbol " + symbol + " is not supported.");
            json.writeArrayFieldStart("supported");
            for (var name : supported) {
                json.writeString(name);
            }
            json.writeEndArray();
        });
    }

    /** In the contract the id is {@code req_} and a UUID with its hyphens. */
    private static Telling tellFault(Row row, HttpRequest<?> request) {
        return Telling.json(row.heading.status, json -> {
            json.writeStringField("error", row.heading.error);
            json.writeStringField("code", row.code);
            json.writeStringField("request_id", RequestId.of(request).hyphenated());
        });
    }
}
