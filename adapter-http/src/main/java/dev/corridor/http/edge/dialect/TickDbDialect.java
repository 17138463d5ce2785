package dev.corridor.http.edge.dialect;

import dev.corridor.domain.feed.Channel;
import dev.corridor.domain.feed.FeedError.ChannelUnavailable;
import dev.corridor.domain.error.MissingParameter;
import dev.corridor.http.edge.problem.ErrorCode;
import dev.corridor.http.edge.problem.Problem;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.serde.annotation.Serdeable;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The error contract of TickDB: {@code code}, a number, and {@code message}. A success has the code 0, and its content under {@code data}.
 *
 * <p>Source: the TickDB contract, section 2. Its HTTP statuses are our decision, for it documents none; there is a switch for clients that take
 * everything but 200 for a failure of the connection. The messages are fixed, but a payout that may be under way is told more of: the contract
 * recommends to send again after a 5001, and that would pay twice.
 */
final class TickDbDialect implements Dialect {

    private static final byte[] BEFORE_DATA = "{\"code\":0,\"message\":\"success\",\"data\":".getBytes(StandardCharsets.UTF_8);

    /** @param tellsMore whether the problem's message follows the fixed one */
    private record Row(int status, int code, String message, boolean tellsMore) {

        private static Row fixed(int status, int code, String message) {
            return new Row(status, code, message, false);
        }

        private static Row parameter(int status) {
            return new Row(status, 2001, "Invalid parameter", true);
        }

        private String messageOf(Problem problem) {
            if (problem.error().orElse(null) instanceof MissingParameter missing) {
                return message + ": " + missing.field() + " is required";
            }
            return tellsMore ? message + ": " + Faults.withoutStop(problem.message()) : message;
        }
    }

    @Serdeable
    record Success(int code, String message, Object data) {}

    private final boolean always200;

    TickDbDialect(boolean always200) {
        this.always200 = always200;
    }

    @Override
    public Telling tell(Problem problem, HttpRequest<?> request) {
        return problem.error().orElse(null) instanceof ChannelUnavailable off ? tell(off.channel()) : tell(rowOf(problem.code()), problem);
    }

    private Telling tell(Row row, Problem problem) {
        return Telling.json(statusOf(row), json -> {
            json.writeNumberField("code", row.code);
            json.writeStringField("message", row.messageOf(problem));
        });
    }

    /** The contract has a code for each of the two channels that it lets be switched off, and names another way. */
    private Telling tell(Channel off) {
        var row = rowOf(ErrorCode.CHANNEL_UNAVAILABLE);
        var name = off.toString();
        var title = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
        return Telling.json(statusOf(row), json -> {
            json.writeNumberField("code", off == Channel.TRADE ? 4004 : row.code);
            json.writeStringField("message", title + " subscriptions temporarily unavailable");
            json.writeObjectFieldStart("data");
            json.writeStringField("channel", name);
            json.writeStringField("suggestion", "Use HTTP API " + wayOverHttp(off) + " for current " + name + " data");
            json.writeEndObject();
        });
    }

    private static String wayOverHttp(Channel channel) {
        return switch (channel) {
            case TICKER -> "/v1/market/ticker";
            case DEPTH -> "/v1/market/depth";
            case TRADE -> "/v1/market/trades";
            case TRANSACTIONS -> "/v1/transactions";
            case QUOTES -> "/v1/quotes/{quoteId}";
        };
    }

    @Override
    public Place placeOf(ErrorCode code) {
        var row = rowOf(code);
        return new Place(statusOf(row), String.valueOf(row.code));
    }

    private int statusOf(Row row) {
        return always200 ? HttpStatus.OK.getCode() : row.status;
    }

    private static Row rowOf(ErrorCode code) {
        return switch (code) {
            case MISSING_API_KEY -> Row.fixed(401, 1002, "Token is required");
            case INVALID_API_KEY -> Row.fixed(401, 1001, "Invalid or expired token");
            case API_KEY_DELETED, API_KEY_DEPRECATED, API_KEY_EXPIRED, API_KEY_NOT_ENABLED, API_KEY_LOCKED -> Row.fixed(401, 1001, "Invalid or expired token");
            case INVALID_TOKEN, INVALID_TOKEN_TYPE, TOKEN_EXPIRED, TOKEN_REVOKED -> Row.fixed(401, 1001, "Invalid or expired token");
            case INVALID_CREDENTIALS -> Row.fixed(401, 1001, "Invalid or expired token");
            case ACCOUNT_LOCKED -> Row.fixed(403, 1004, "Permission denied");
            case EMAIL_TAKEN -> Row.parameter(409);
            case IP_NOT_ALLOWED -> Row.fixed(403, 1003, "IP address not in whitelist");
            case FORBIDDEN, CLIENT_INACTIVE, TIER_INSUFFICIENT -> Row.fixed(403, 1004, "Permission denied");
            case MISSING_NONCE, MISSING_SIGNATURE, INVALID_NONCE, WRONG_SIGNATURE, NONCE_NOT_MONOTONOUS -> Row.fixed(401, 1001, "Invalid or expired token");
            case RATE_LIMIT_EXCEEDED -> Row.fixed(429, 3001, "Rate limit exceeded");
            case QUOTA_EXHAUSTED -> Row.fixed(429, 3002, "Quota exhausted");
            case CONNECTION_LIMIT_EXCEEDED -> Row.fixed(429, 3003, "Connection limit exceeded");
            case SUBSCRIPTION_LIMIT_EXCEEDED -> Row.fixed(429, 3004, "Subscription limit exceeded");
            case UNKNOWN_COMMAND -> Row.fixed(400, 4001, "Unknown command");
            case INVALID_MESSAGE_FORMAT -> Row.fixed(400, 4002, "Invalid message format");
            case CHANNEL_UNAVAILABLE -> Row.fixed(503, 4003, "Depth subscriptions temporarily unavailable");
            case RESUME_POINT_LOST -> Row.parameter(409);
            case CONNECTION_NOT_FOUND -> Row.parameter(404);
            case API_KEY_TRANSITION_REFUSED, LAST_MANAGING_KEY, API_KEY_NAME_TAKEN, API_KEY_LIMIT_REACHED -> Row.parameter(409);
            case SYMBOL_NOT_FOUND, ASSET_NOT_SUPPORTED -> Row.fixed(404, 2002, "Symbol not found");
            case INVALID_TIME_RANGE -> Row.fixed(400, 2003, "Invalid time range");
            case LIMIT_EXCEEDED -> Row.fixed(400, 2004, "Request limit exceeded");
            case DATA_SOURCE_UNAVAILABLE -> Row.fixed(503, 5001, "Data source unavailable");
            case MISSING_PARAMETER, VALIDATION_ERROR, INVALID_REQUEST, INSUFFICIENT_FUNDS, SLIPPAGE_EXCEEDS_MAXIMUM -> Row.parameter(400);
            case PRICE_MOVED -> Row.parameter(409);
            case NOT_FOUND, API_KEY_NOT_FOUND, ORGANIZATION_NOT_FOUND, ACCOUNT_NOT_FOUND, QUOTE_NOT_FOUND, BENEFICIARY_NOT_FOUND -> Row.parameter(404);
            case QUOTE_EXPIRED, QUOTE_ALREADY_USED, BENEFICIARY_ALREADY_ARCHIVED -> Row.parameter(409);
            case TRANSACTION_NOT_REVERSIBLE, TRANSACTION_ALREADY_REVERSED -> Row.parameter(409);
            case IDEMPOTENCY_KEY_IN_USE -> Row.parameter(409);
            case CHAIN_SEND_FAILED -> new Row(503, 5001, "Data source unavailable", true);
            // The same request may be sent again a little later, which is what its clients do after a 5002.
            case IDEMPOTENCY_REQUEST_IN_FLIGHT, SERVICE_UNAVAILABLE -> Row.fixed(503, 5002, "Service temporarily unavailable");
            case AUTHENTICATION_FAILED, INTERNAL_ERROR -> Row.fixed(500, 5000, "Internal server error");
        };
    }

    @Override
    public void shapeSuccess(HttpRequest<?> request, MutableHttpResponse<?> response) {
        var body = response.body();
        boolean isJson = response.getContentType().map(MediaType.APPLICATION_JSON_TYPE::matches).orElse(true);
        if (body == null || !isJson) {
            return;
        }
        response.body(body instanceof byte[] json ? wrapped(json) : new Success(0, "success", body));
    }

    /** An answer that is given again is text already. */
    private static byte[] wrapped(byte[] json) {
        var bytes = new ByteArrayOutputStream(BEFORE_DATA.length + json.length + 1);
        bytes.writeBytes(BEFORE_DATA);
        bytes.writeBytes(json);
        bytes.write('}');
        return bytes.toByteArray();
    }
}
