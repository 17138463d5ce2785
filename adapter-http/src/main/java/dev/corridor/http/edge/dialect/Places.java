package dev.corridor.http.edge.dialect;

import static dev.corridor.http.edge.dialect.Place.place;

import dev.corridor.http.edge.problem.ErrorCode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;

/**
 * The canonical codes in each error contract: a switch per contract without a default, so that a code without a place does not compile. The
 * dialects describe the contracts, and what we decided where they are silent.
 */
final class Places {

    private Places() {}

    /** The places of all codes in one contract. */
    static Map<ErrorCode, Place> of(Function<ErrorCode, Place> contract) {
        var places = new EnumMap<ErrorCode, Place>(ErrorCode.class);
        Arrays.stream(ErrorCode.values()).forEach(code -> places.put(code, contract.apply(code)));
        return places;
    }

    /** The status of its kind, and the canonical code. */
    static Place canonical(ErrorCode code) {
        return place(code.status(), code.toString());
    }

    static Place nxos(ErrorCode code) {
        return switch (code) {
            case MISSING_API_KEY, INVALID_API_KEY, AUTHENTICATION_FAILED, FORBIDDEN -> canonical(code);
            case AUTHORIZATION_REQUIRED, AUTHORIZATION_NOT_FOUND, SHARE_TOKEN_INVALID -> canonical(code);
            case NOT_FOUND, ORGANIZATION_NOT_FOUND, ACCOUNT_NOT_FOUND, QUOTE_NOT_FOUND, BENEFICIARY_NOT_FOUND -> canonical(code);
            case QUOTE_EXPIRED, QUOTE_ALREADY_USED, BENEFICIARY_ALREADY_ARCHIVED -> canonical(code);
            case INSUFFICIENT_FUNDS, VALIDATION_ERROR, INVALID_REQUEST -> canonical(code);
            case CHAIN_SEND_FAILED, INTERNAL_ERROR -> canonical(code);
            // Its clients know two codes for failed authentication; the message and the header have our reason.
            case API_KEY_DELETED, API_KEY_DEPRECATED, API_KEY_EXPIRED, API_KEY_NOT_ENABLED, API_KEY_LOCKED -> canonical(ErrorCode.INVALID_API_KEY);
            case CLIENT_INACTIVE, IP_NOT_ALLOWED, TIER_INSUFFICIENT -> canonical(ErrorCode.FORBIDDEN);
            // To its clients an unknown asset is a wrong field, and an unusable parameter a bad request.
            case ASSET_NOT_SUPPORTED -> canonical(ErrorCode.VALIDATION_ERROR);
            case MISSING_PARAMETER, LIMIT_EXCEEDED, INVALID_TIME_RANGE -> canonical(ErrorCode.INVALID_REQUEST);
            // The contract is silent.
            case SYMBOL_NOT_FOUND, DATA_SOURCE_UNAVAILABLE, SCREENING_UNAVAILABLE -> canonical(code);
            case IDEMPOTENCY_REQUEST_IN_FLIGHT, IDEMPOTENCY_KEY_IN_USE -> canonical(code);
            case TRANSACTION_NOT_REVERSIBLE, TRANSACTION_ALREADY_REVERSED, REFERENCE_TAKEN -> canonical(code);
            case API_KEY_NOT_FOUND, API_KEY_TRANSITION_REFUSED, LAST_MANAGING_KEY, API_KEY_NAME_TAKEN, API_KEY_LIMIT_REACHED -> canonical(code);
            case WEBHOOK_ENDPOINT_LIMIT_REACHED -> canonical(code);
            case MISSING_NONCE, MISSING_SIGNATURE, INVALID_NONCE, WRONG_SIGNATURE, NONCE_NOT_MONOTONOUS -> canonical(code);
            case RATE_LIMIT_EXCEEDED, QUOTA_EXHAUSTED -> canonical(code);
            case INVALID_TOKEN, INVALID_TOKEN_TYPE, TOKEN_EXPIRED, TOKEN_REVOKED -> canonical(code);
            case ACCOUNT_LOCKED, INVALID_CREDENTIALS, SESSION_NOT_FOUND, EMAIL_TAKEN -> canonical(code);
            case CONNECTION_NOT_FOUND, CONNECTION_LIMIT_EXCEEDED, SUBSCRIPTION_LIMIT_EXCEEDED -> canonical(code);
            case INVALID_MESSAGE_FORMAT, UNKNOWN_COMMAND, CHANNEL_UNAVAILABLE, RESUME_POINT_LOST -> canonical(code);
            case PRICE_MOVED, SLIPPAGE_EXCEEDS_MAXIMUM, FEE_SCHEDULE_DRIFTED, PAYOUT_NOT_WAITING, PAYOUT_TOO_LARGE, BENEFICIARY_COOLING_OFF,
                    PAYOUT_LIMIT_EXCEEDED, PAYOUT_REFUSED_BY_SCREENING ->
                canonical(code);
            case SERVICE_UNAVAILABLE -> canonical(code);
        };
    }

    static Place nexusGlass(ErrorCode code) {
        return switch (code) {
            case MISSING_API_KEY -> place(401, code.name()).saying("X-API-Key header is required.");
            case INVALID_API_KEY, API_KEY_DELETED, API_KEY_DEPRECATED, API_KEY_EXPIRED ->
                place(401, "INVALID_API_KEY").saying("The provided API key is not recognized.");
            case INVALID_TOKEN, INVALID_TOKEN_TYPE, TOKEN_EXPIRED, TOKEN_REVOKED, INVALID_CREDENTIALS -> place(401, code.name());
            case MISSING_NONCE, MISSING_SIGNATURE, INVALID_NONCE, WRONG_SIGNATURE, NONCE_NOT_MONOTONOUS -> place(401, code.name());
            case FORBIDDEN, AUTHORIZATION_REQUIRED, TIER_INSUFFICIENT, ACCOUNT_LOCKED -> place(403, code.name());
            case API_KEY_NOT_ENABLED, API_KEY_LOCKED, CLIENT_INACTIVE, IP_NOT_ALLOWED -> place(403, code.name());
            case CONNECTION_LIMIT_EXCEEDED, SUBSCRIPTION_LIMIT_EXCEEDED -> place(403, code.name());
            case RATE_LIMIT_EXCEEDED, QUOTA_EXHAUSTED -> place(429, code.name());
            case NOT_FOUND, CONNECTION_NOT_FOUND, SESSION_NOT_FOUND, API_KEY_NOT_FOUND, ORGANIZATION_NOT_FOUND, ACCOUNT_NOT_FOUND, QUOTE_NOT_FOUND,
                    BENEFICIARY_NOT_FOUND, AUTHORIZATION_NOT_FOUND ->
                place(404, "NOT_FOUND");
            case SYMBOL_NOT_FOUND, ASSET_NOT_SUPPORTED -> place(400, "INVALID_SYMBOL");
            case API_KEY_TRANSITION_REFUSED, LAST_MANAGING_KEY, API_KEY_NAME_TAKEN, API_KEY_LIMIT_REACHED, EMAIL_TAKEN,
                    WEBHOOK_ENDPOINT_LIMIT_REACHED ->
                place(400, code.name());
            case INVALID_MESSAGE_FORMAT, UNKNOWN_COMMAND, RESUME_POINT_LOST -> place(400, code.name());
            case QUOTE_EXPIRED, QUOTE_ALREADY_USED, BENEFICIARY_ALREADY_ARCHIVED -> place(400, code.name());
            case TRANSACTION_NOT_REVERSIBLE, TRANSACTION_ALREADY_REVERSED, REFERENCE_TAKEN, SHARE_TOKEN_INVALID -> place(400, code.name());
            case IDEMPOTENCY_REQUEST_IN_FLIGHT, IDEMPOTENCY_KEY_IN_USE -> place(400, code.name());
            case PRICE_MOVED, SLIPPAGE_EXCEEDS_MAXIMUM, FEE_SCHEDULE_DRIFTED, PAYOUT_NOT_WAITING, PAYOUT_TOO_LARGE, BENEFICIARY_COOLING_OFF,
                    PAYOUT_LIMIT_EXCEEDED, PAYOUT_REFUSED_BY_SCREENING ->
                place(400, code.name());
            case MISSING_PARAMETER, LIMIT_EXCEEDED, INVALID_TIME_RANGE -> place(400, code.name());
            case INSUFFICIENT_FUNDS, VALIDATION_ERROR, INVALID_REQUEST -> place(400, code.name());
            case CHANNEL_UNAVAILABLE, DATA_SOURCE_UNAVAILABLE, SCREENING_UNAVAILABLE, CHAIN_SEND_FAILED, SERVICE_UNAVAILABLE ->
                place(503, code.name());
            case AUTHENTICATION_FAILED, INTERNAL_ERROR -> place(500, "INTERNAL_ERROR");
        };
    }

    static Place nexgent(ErrorCode code) {
        return switch (code) {
            case MISSING_API_KEY -> place(401, "AUTHENTICATION_ERROR").saying("Authorization header required");
            case INVALID_API_KEY, API_KEY_EXPIRED, INVALID_TOKEN -> place(401, "AUTHENTICATION_ERROR").saying("Invalid token");
            case INVALID_TOKEN_TYPE -> place(401, "AUTHENTICATION_ERROR").saying("Invalid token type");
            case TOKEN_EXPIRED -> place(401, "AUTHENTICATION_ERROR").saying("Token expired");
            case TOKEN_REVOKED, API_KEY_DELETED, API_KEY_DEPRECATED -> place(401, "AUTHENTICATION_ERROR").saying("Token has been revoked");
            case INVALID_CREDENTIALS -> place(401, "AUTHENTICATION_ERROR").saying("Invalid email or password");
            case MISSING_NONCE, MISSING_SIGNATURE, INVALID_NONCE, WRONG_SIGNATURE, NONCE_NOT_MONOTONOUS -> place(401, "AUTHENTICATION_ERROR");
            case ACCOUNT_LOCKED -> place(423, "").saying("Account is locked. Please try again later.");
            case FORBIDDEN, AUTHORIZATION_REQUIRED, API_KEY_NOT_ENABLED, API_KEY_LOCKED, CLIENT_INACTIVE, IP_NOT_ALLOWED ->
                place(403, "AUTHORIZATION_ERROR");
            case TIER_INSUFFICIENT -> place(403, "AUTHORIZATION_ERROR").telling("required", "current");
            case RATE_LIMIT_EXCEEDED -> place(429, "").saying("Too many requests. Please try again later.");
            case QUOTA_EXHAUSTED, CONNECTION_LIMIT_EXCEEDED, SUBSCRIPTION_LIMIT_EXCEEDED -> place(429, "");
            case ASSET_NOT_SUPPORTED, MISSING_PARAMETER, LIMIT_EXCEEDED, INVALID_TIME_RANGE -> place(400, "VALIDATION_ERROR");
            case VALIDATION_ERROR, INVALID_REQUEST, INVALID_MESSAGE_FORMAT, UNKNOWN_COMMAND -> place(400, "VALIDATION_ERROR");
            case NOT_FOUND, CONNECTION_NOT_FOUND, SESSION_NOT_FOUND, API_KEY_NOT_FOUND, ORGANIZATION_NOT_FOUND, ACCOUNT_NOT_FOUND ->
                place(404, "NOT_FOUND");
            case QUOTE_NOT_FOUND, BENEFICIARY_NOT_FOUND, AUTHORIZATION_NOT_FOUND, SYMBOL_NOT_FOUND -> place(404, "NOT_FOUND");
            case API_KEY_TRANSITION_REFUSED, LAST_MANAGING_KEY, API_KEY_LIMIT_REACHED, RESUME_POINT_LOST, WEBHOOK_ENDPOINT_LIMIT_REACHED ->
                place(409, "CONFLICT");
            case API_KEY_NAME_TAKEN -> place(409, "CONFLICT").saying("API key name already exists");
            case EMAIL_TAKEN -> place(409, "CONFLICT").saying("Email already registered");
            case QUOTE_EXPIRED, QUOTE_ALREADY_USED, BENEFICIARY_ALREADY_ARCHIVED, SHARE_TOKEN_INVALID -> place(409, "CONFLICT");
            case TRANSACTION_NOT_REVERSIBLE, TRANSACTION_ALREADY_REVERSED, REFERENCE_TAKEN, FEE_SCHEDULE_DRIFTED, PAYOUT_NOT_WAITING,
                    PAYOUT_TOO_LARGE, BENEFICIARY_COOLING_OFF,
                    PAYOUT_LIMIT_EXCEEDED, PAYOUT_REFUSED_BY_SCREENING ->
                place(409, "CONFLICT");
            case IDEMPOTENCY_REQUEST_IN_FLIGHT, IDEMPOTENCY_KEY_IN_USE -> place(409, "CONFLICT");
            case INSUFFICIENT_FUNDS -> place(400, "TRADING_ERROR").telling("required", "available");
            case SLIPPAGE_EXCEEDS_MAXIMUM ->
                place(400, "TRADING_ERROR").saying("Slippage exceeds maximum allowed").telling("requested", "maximum");
            case PRICE_MOVED -> place(400, "TRADING_ERROR").telling("expected", "actual", "slippageBps");
            case CHAIN_SEND_FAILED -> place(502, "EXTERNAL_SERVICE_ERROR").telling("transaction", "outcome");
            case DATA_SOURCE_UNAVAILABLE -> place(502, "EXTERNAL_SERVICE_ERROR").telling("service", "upstreamStatus");
            case SCREENING_UNAVAILABLE -> place(502, "EXTERNAL_SERVICE_ERROR");
            case CHANNEL_UNAVAILABLE -> place(503, "");
            case SERVICE_UNAVAILABLE -> place(503, "").saying("Service unavailable");
            case AUTHENTICATION_FAILED, INTERNAL_ERROR -> place(500, "").saying("Internal Server Error");
        };
    }

    static Place nexpay(ErrorCode code) {
        return switch (code) {
            // About credentials, only the contract's own texts.
            case MISSING_API_KEY -> place(403, "10").saying("Missing API key");
            case MISSING_NONCE -> place(403, "20").saying("Missing nonce");
            case MISSING_SIGNATURE -> place(403, "30").saying("Missing signature");
            case INVALID_API_KEY, INVALID_TOKEN, INVALID_TOKEN_TYPE, INVALID_CREDENTIALS -> place(403, "40").saying("Invalid API key");
            case NONCE_NOT_MONOTONOUS -> place(403, "50").saying("Nonce is not monotonous");
            case INVALID_NONCE -> place(403, "60").saying("Nonce is not valid");
            case WRONG_SIGNATURE -> place(403, "70").saying("Wrong signature");
            case FORBIDDEN, AUTHORIZATION_REQUIRED, IP_NOT_ALLOWED, TIER_INSUFFICIENT -> place(403, "80").sayingMoreThan("No permissions");
            case API_KEY_NOT_ENABLED -> place(403, "90").saying("API key is not enabled");
            case API_KEY_LOCKED, ACCOUNT_LOCKED -> place(403, "100").saying("API key locked");
            case CLIENT_INACTIVE -> place(403, "110").saying("Invalid client state");
            case API_KEY_DELETED, API_KEY_EXPIRED, TOKEN_EXPIRED, TOKEN_REVOKED -> place(403, "120").saying("Invalid API key state");
            case API_KEY_DEPRECATED -> place(403, "121").saying("Deprecated API key");
            case API_KEY_TRANSITION_REFUSED, LAST_MANAGING_KEY, API_KEY_NAME_TAKEN, API_KEY_LIMIT_REACHED, EMAIL_TAKEN,
                    WEBHOOK_ENDPOINT_LIMIT_REACHED ->
                nexpayRequest(400);
            case QUOTE_EXPIRED, QUOTE_ALREADY_USED, BENEFICIARY_ALREADY_ARCHIVED, RESUME_POINT_LOST -> nexpayRequest(400);
            case TRANSACTION_NOT_REVERSIBLE, TRANSACTION_ALREADY_REVERSED, REFERENCE_TAKEN, SHARE_TOKEN_INVALID -> nexpayRequest(400);
            case IDEMPOTENCY_REQUEST_IN_FLIGHT, IDEMPOTENCY_KEY_IN_USE -> nexpayRequest(400);
            case INSUFFICIENT_FUNDS, PRICE_MOVED, FEE_SCHEDULE_DRIFTED, PAYOUT_NOT_WAITING, PAYOUT_TOO_LARGE, BENEFICIARY_COOLING_OFF,
                    PAYOUT_LIMIT_EXCEEDED, PAYOUT_REFUSED_BY_SCREENING ->
                nexpayRequest(400);
            case NOT_FOUND, CONNECTION_NOT_FOUND, SESSION_NOT_FOUND, API_KEY_NOT_FOUND, ORGANIZATION_NOT_FOUND, ACCOUNT_NOT_FOUND, QUOTE_NOT_FOUND,
                    BENEFICIARY_NOT_FOUND, AUTHORIZATION_NOT_FOUND ->
                nexpayRequest(404);
            case RATE_LIMIT_EXCEEDED, QUOTA_EXHAUSTED, CONNECTION_LIMIT_EXCEEDED, SUBSCRIPTION_LIMIT_EXCEEDED -> nexpayRequest(429);
            case SYMBOL_NOT_FOUND, ASSET_NOT_SUPPORTED -> place(400, "-32600").sayingMoreThan("Invalid Request");
            case MISSING_PARAMETER, LIMIT_EXCEEDED, INVALID_TIME_RANGE -> place(400, "30010").sayingMoreThan("Invalid request parameter");
            case VALIDATION_ERROR, INVALID_REQUEST, SLIPPAGE_EXCEEDS_MAXIMUM -> place(400, "30010").sayingMoreThan("Invalid request parameter");
            case INVALID_MESSAGE_FORMAT, UNKNOWN_COMMAND -> place(400, "30010").sayingMoreThan("Invalid request parameter");
            case DATA_SOURCE_UNAVAILABLE, SCREENING_UNAVAILABLE, CHAIN_SEND_FAILED -> place(500, "-32603").sayingMoreThan("Internal error");
            case CHANNEL_UNAVAILABLE, SERVICE_UNAVAILABLE -> place(503, "-32603").sayingMoreThan("Internal error");
            case AUTHENTICATION_FAILED, INTERNAL_ERROR -> place(500, "-32603").saying("Internal error");
        };
    }

    private static Place nexpayRequest(int status) {
        return place(status, "30000").sayingMoreThan("Request error");
    }

    static Place tickDb(ErrorCode code) {
        return switch (code) {
            case MISSING_API_KEY -> place(401, "1002").saying("Token is required");
            case INVALID_API_KEY, API_KEY_DELETED, API_KEY_DEPRECATED, API_KEY_EXPIRED, API_KEY_NOT_ENABLED, API_KEY_LOCKED -> tickDbToken();
            case INVALID_TOKEN, INVALID_TOKEN_TYPE, TOKEN_EXPIRED, TOKEN_REVOKED, INVALID_CREDENTIALS -> tickDbToken();
            case MISSING_NONCE, MISSING_SIGNATURE, INVALID_NONCE, WRONG_SIGNATURE, NONCE_NOT_MONOTONOUS -> tickDbToken();
            case IP_NOT_ALLOWED -> place(403, "1003").saying("IP address not in whitelist");
            case FORBIDDEN, AUTHORIZATION_REQUIRED, CLIENT_INACTIVE, TIER_INSUFFICIENT, ACCOUNT_LOCKED ->
                place(403, "1004").saying("Permission denied");
            case MISSING_PARAMETER, VALIDATION_ERROR, INVALID_REQUEST, INSUFFICIENT_FUNDS, SLIPPAGE_EXCEEDS_MAXIMUM -> tickDbParameter(400);
            case NOT_FOUND, CONNECTION_NOT_FOUND, SESSION_NOT_FOUND, API_KEY_NOT_FOUND, ORGANIZATION_NOT_FOUND, ACCOUNT_NOT_FOUND, QUOTE_NOT_FOUND,
                    BENEFICIARY_NOT_FOUND, AUTHORIZATION_NOT_FOUND ->
                tickDbParameter(404);
            case API_KEY_TRANSITION_REFUSED, LAST_MANAGING_KEY, API_KEY_NAME_TAKEN, API_KEY_LIMIT_REACHED, EMAIL_TAKEN,
                    WEBHOOK_ENDPOINT_LIMIT_REACHED ->
                tickDbParameter(409);
            case QUOTE_EXPIRED, QUOTE_ALREADY_USED, BENEFICIARY_ALREADY_ARCHIVED, PRICE_MOVED, FEE_SCHEDULE_DRIFTED, PAYOUT_NOT_WAITING,
                    PAYOUT_TOO_LARGE, BENEFICIARY_COOLING_OFF,
                    PAYOUT_LIMIT_EXCEEDED, PAYOUT_REFUSED_BY_SCREENING ->
                tickDbParameter(409);
            case TRANSACTION_NOT_REVERSIBLE, TRANSACTION_ALREADY_REVERSED, REFERENCE_TAKEN, IDEMPOTENCY_KEY_IN_USE, SHARE_TOKEN_INVALID ->
                tickDbParameter(409);
            case SYMBOL_NOT_FOUND, ASSET_NOT_SUPPORTED -> place(404, "2002").saying("Symbol not found");
            case INVALID_TIME_RANGE -> place(400, "2003").saying("Invalid time range");
            case LIMIT_EXCEEDED -> place(400, "2004").saying("Request limit exceeded");
            case RATE_LIMIT_EXCEEDED -> place(429, "3001").saying("Rate limit exceeded");
            case QUOTA_EXHAUSTED -> place(429, "3002").saying("Quota exhausted");
            case CONNECTION_LIMIT_EXCEEDED -> place(429, "3003").saying("Connection limit exceeded");
            case SUBSCRIPTION_LIMIT_EXCEEDED -> place(429, "3004").saying("Subscription limit exceeded");
            case UNKNOWN_COMMAND -> place(400, "4001").saying("Unknown command");
            case INVALID_MESSAGE_FORMAT -> place(400, "4002").saying("Invalid message format");
            case RESUME_POINT_LOST -> place(409, "4005").saying("Resume point lost");
            case CHANNEL_UNAVAILABLE -> place(503, "4003").saying("Depth subscriptions temporarily unavailable");
            case AUTHENTICATION_FAILED, INTERNAL_ERROR -> place(500, "5000").saying("Internal server error");
            case DATA_SOURCE_UNAVAILABLE -> place(503, "5001").saying("Data source unavailable");
            case SCREENING_UNAVAILABLE, CHAIN_SEND_FAILED -> place(503, "5001").sayingMoreThan("Data source unavailable");
            // Clients repeat the request after a 5002, which is correct here.
            case IDEMPOTENCY_REQUEST_IN_FLIGHT, SERVICE_UNAVAILABLE -> place(503, "5002").saying("Service temporarily unavailable");
        };
    }

    private static Place tickDbToken() {
        return place(401, "1001").saying("Invalid or expired token");
    }

    private static Place tickDbParameter(int status) {
        return place(status, "2001").sayingMoreThan("Invalid parameter");
    }
}
