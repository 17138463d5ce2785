package dev.corridor.http.edge.dialect;

import dev.corridor.http.edge.problem.ErrorCode;
import dev.corridor.http.edge.problem.Problem;
import dev.corridor.http.edge.request.RequestId;
import io.micronaut.http.HttpRequest;

/**
 * The error contract of NXOS: {@code {"error":{"code","message","requestId"}}} and nothing else. A lack of funds is 400.
 *
 * <p>Source: the NXOS contract, section 3. Its seventeen codes cover every condition that they name, also where our
 * catalogue is finer. Where it is silent, the canonical code goes out as it is.
 */
public final class NxosDialect implements Dialect {

    @Override
    public Telling tell(Problem problem, HttpRequest<?> request) {
        var place = placeIn(problem.code());
        return Telling.json(place.status(), json -> {
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

    /** Every deployment speaks it, so the description of the API does. */
    public static Place placeIn(ErrorCode code) {
        return switch (code) {
            case MISSING_API_KEY, INVALID_API_KEY, AUTHENTICATION_FAILED, FORBIDDEN -> canonical(code);
            case NOT_FOUND, ORGANIZATION_NOT_FOUND, ACCOUNT_NOT_FOUND, QUOTE_NOT_FOUND, BENEFICIARY_NOT_FOUND -> canonical(code);
            case QUOTE_EXPIRED, QUOTE_ALREADY_USED, BENEFICIARY_ALREADY_ARCHIVED -> canonical(code);
            case INSUFFICIENT_FUNDS, VALIDATION_ERROR, INVALID_REQUEST -> canonical(code);
            case CHAIN_SEND_FAILED, INTERNAL_ERROR -> canonical(code);
            // Its clients know two answers for whoever is not let in; which of our reasons it is stands in the message and in the header.
            case API_KEY_DELETED, API_KEY_DEPRECATED, API_KEY_EXPIRED, API_KEY_NOT_ENABLED, API_KEY_LOCKED -> canonical(ErrorCode.INVALID_API_KEY);
            case CLIENT_INACTIVE, IP_NOT_ALLOWED, TIER_INSUFFICIENT -> canonical(ErrorCode.FORBIDDEN);
            // To its clients an unknown asset is a wrong field, and a parameter that cannot be used makes a bad request.
            case ASSET_NOT_SUPPORTED -> canonical(ErrorCode.VALIDATION_ERROR);
            case MISSING_PARAMETER, LIMIT_EXCEEDED, INVALID_TIME_RANGE -> canonical(ErrorCode.INVALID_REQUEST);
            // Here the contract is silent.
            case SYMBOL_NOT_FOUND, DATA_SOURCE_UNAVAILABLE -> canonical(code);
            case IDEMPOTENCY_REQUEST_IN_FLIGHT, IDEMPOTENCY_KEY_IN_USE -> canonical(code);
            case TRANSACTION_NOT_REVERSIBLE, TRANSACTION_ALREADY_REVERSED -> canonical(code);
            case API_KEY_NOT_FOUND, API_KEY_TRANSITION_REFUSED, LAST_MANAGING_KEY, API_KEY_NAME_TAKEN, API_KEY_LIMIT_REACHED -> canonical(code);
            case MISSING_NONCE, MISSING_SIGNATURE, INVALID_NONCE, WRONG_SIGNATURE, NONCE_NOT_MONOTONOUS -> canonical(code);
            case RATE_LIMIT_EXCEEDED, QUOTA_EXHAUSTED -> canonical(code);
            case INVALID_TOKEN, INVALID_TOKEN_TYPE, TOKEN_EXPIRED, TOKEN_REVOKED -> canonical(code);
            case ACCOUNT_LOCKED, INVALID_CREDENTIALS, EMAIL_TAKEN -> canonical(code);
            case CONNECTION_NOT_FOUND, CONNECTION_LIMIT_EXCEEDED, SUBSCRIPTION_LIMIT_EXCEEDED -> canonical(code);
            case INVALID_MESSAGE_FORMAT, UNKNOWN_COMMAND, CHANNEL_UNAVAILABLE, RESUME_POINT_LOST -> canonical(code);
            case PRICE_MOVED, SLIPPAGE_EXCEEDS_MAXIMUM -> canonical(code);
            case SERVICE_UNAVAILABLE -> canonical(code);
        };
    }

    private static Place canonical(ErrorCode code) {
        return new Place(code.status(), code.toString());
    }
}
