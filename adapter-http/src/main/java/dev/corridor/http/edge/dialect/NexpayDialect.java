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

/**
 * The error contract of Nexpay: a list {@code errors} of numeric codes with fixed messages, one entry per faulty field, and a {@code traceId}
 * of 32 hex digits. What is particular stands in {@code data}, a text.
 *
 * <p>Source: the Nexpay contract, "Status codes and errors guide". It knows the statuses 400, 403, 404 and 500 alone: who is not
 * let in is 403, conflicts are 400, failures beyond us are 500, after which its clients ask what became of a payment. An overload is 503,
 * and a limit 429.
 */
final class NexpayDialect implements Dialect {

    private record Row(int status, int code, String message, boolean tellsMore) {

        /** About credentials no more is said than the contract does. */
        private static Row access(int code, String message) {
            return new Row(403, code, message, false);
        }

        private static Row request(int status) {
            return new Row(status, 30000, "Request error", true);
        }

        private static Row parameter() {
            return new Row(400, 30010, "Invalid request parameter", true);
        }

        private static Row internal(int status, boolean tellsMore) {
            return new Row(status, -32603, "Internal error", tellsMore);
        }
    }

    @Override
    public Telling tell(Problem problem, HttpRequest<?> request) {
        var row = rowOf(problem.code());
        return Telling.json(row.status, json -> {
            json.writeArrayFieldStart("errors");
            for (var data : dataOf(row, problem)) {
                write(json, row, data);
            }
            json.writeEndArray();
            json.writeStringField("traceId", RequestId.of(request).hex());
        });
    }

    @Override
    public Place placeOf(ErrorCode code) {
        var row = rowOf(code);
        return new Place(row.status, String.valueOf(row.code));
    }

    private static Row rowOf(ErrorCode code) {
        return switch (code) {
            case MISSING_API_KEY -> Row.access(10, "Missing API key");
            case MISSING_NONCE -> Row.access(20, "Missing nonce");
            case MISSING_SIGNATURE -> Row.access(30, "Missing signature");
            case NONCE_NOT_MONOTONOUS -> Row.access(50, "Nonce is not monotonous");
            case INVALID_NONCE -> Row.access(60, "Nonce is not valid");
            case WRONG_SIGNATURE -> Row.access(70, "Wrong signature");
            case INVALID_API_KEY -> Row.access(40, "Invalid API key");
            case API_KEY_NOT_ENABLED -> Row.access(90, "API key is not enabled");
            case API_KEY_LOCKED -> Row.access(100, "API key locked");
            case CLIENT_INACTIVE -> Row.access(110, "Invalid client state");
            case API_KEY_DELETED, API_KEY_EXPIRED -> Row.access(120, "Invalid API key state");
            case API_KEY_DEPRECATED -> Row.access(121, "Deprecated API key");
            case INVALID_TOKEN, INVALID_TOKEN_TYPE -> Row.access(40, "Invalid API key");
            case TOKEN_EXPIRED, TOKEN_REVOKED -> Row.access(120, "Invalid API key state");
            case ACCOUNT_LOCKED -> Row.access(100, "API key locked");
            case INVALID_CREDENTIALS -> Row.access(40, "Invalid API key");
            case EMAIL_TAKEN -> Row.request(400);
            case FORBIDDEN, IP_NOT_ALLOWED, TIER_INSUFFICIENT -> new Row(403, 80, "No permissions", true);
            case RATE_LIMIT_EXCEEDED, QUOTA_EXHAUSTED -> Row.request(429);
            case API_KEY_TRANSITION_REFUSED, LAST_MANAGING_KEY, API_KEY_NAME_TAKEN, API_KEY_LIMIT_REACHED -> Row.request(400);
            case CONNECTION_LIMIT_EXCEEDED, SUBSCRIPTION_LIMIT_EXCEEDED -> Row.request(429);
            case INVALID_MESSAGE_FORMAT, UNKNOWN_COMMAND -> Row.parameter();
            case RESUME_POINT_LOST -> Row.request(400);
            case CHANNEL_UNAVAILABLE -> Row.internal(503, true);
            case NOT_FOUND, CONNECTION_NOT_FOUND, API_KEY_NOT_FOUND, ORGANIZATION_NOT_FOUND, ACCOUNT_NOT_FOUND, QUOTE_NOT_FOUND, BENEFICIARY_NOT_FOUND -> Row.request(404);
            case QUOTE_EXPIRED, QUOTE_ALREADY_USED, BENEFICIARY_ALREADY_ARCHIVED -> Row.request(400);
            case TRANSACTION_NOT_REVERSIBLE, TRANSACTION_ALREADY_REVERSED -> Row.request(400);
            case IDEMPOTENCY_REQUEST_IN_FLIGHT, IDEMPOTENCY_KEY_IN_USE -> Row.request(400);
            case INSUFFICIENT_FUNDS, PRICE_MOVED -> Row.request(400);
            case SYMBOL_NOT_FOUND, ASSET_NOT_SUPPORTED -> new Row(400, -32600, "Invalid Request", true);
            case MISSING_PARAMETER, LIMIT_EXCEEDED, INVALID_TIME_RANGE -> Row.parameter();
            case VALIDATION_ERROR, INVALID_REQUEST, SLIPPAGE_EXCEEDS_MAXIMUM -> Row.parameter();
            case DATA_SOURCE_UNAVAILABLE -> Row.internal(500, true);
            case CHAIN_SEND_FAILED -> Row.internal(500, true);
            case SERVICE_UNAVAILABLE -> Row.internal(503, true);
            case AUTHENTICATION_FAILED, INTERNAL_ERROR -> Row.internal(500, false);
        };
    }

    /** One text per entry of the list; empty for an entry without. */
    private static List<String> dataOf(Row row, Problem problem) {
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
        return List.of(row.tellsMore ? problem.message() : "");
    }

    private static void write(JsonGenerator json, Row row, String data) throws IOException {
        json.writeStartObject();
        json.writeNumberField("code", row.code);
        json.writeStringField("message", row.message);
        if (!data.isEmpty()) {
            json.writeStringField("data", data);
        }
        json.writeEndObject();
    }
}
