package dev.corridor.http.edge.trigger;

import dev.corridor.http.edge.problem.ErrorCode;
import java.util.Optional;

/**
 * How to meet one code in the sandbox.
 *
 * @param way in Markdown
 * @param trigger what to name in the header {@link #HEADER} on any request that the way describes; empty if the request alone brings it about
 */
public record SandboxWay(String way, Optional<Trigger> trigger) {

    public static final String HEADER = "Corridor-Sandbox-Trigger";

    private static final String ON_ANY = "Any request with a test key.";

    private static SandboxWay request(String way) {
        return new SandboxWay(way, Optional.empty());
    }

    private static SandboxWay trigger(Trigger trigger, String way) {
        return new SandboxWay(way, Optional.of(trigger));
    }

    public static SandboxWay of(ErrorCode code) {
        return switch (code) {
            case MISSING_API_KEY -> request("Send any request without a key.");
            case MISSING_NONCE -> request("Use a key made with `\"signed\":true` without a signature.");
            case MISSING_SIGNATURE -> request("Send `X-NONCE` without `X-Signature`.");
            case INVALID_NONCE -> request("Send `X-NONCE: -1` and any `X-Signature`.");
            case INVALID_API_KEY -> request("Use the key `nxos_sk_test_nobody-has-this-key`.");
            case AUTHENTICATION_FAILED -> trigger(Trigger.AUTHENTICATION_FAILED, ON_ANY);
            case INVALID_TOKEN -> request("Use `a.b.c` as the token.");
            case INVALID_TOKEN_TYPE -> request("Use a refresh token as the access token.");
            case TOKEN_EXPIRED -> trigger(Trigger.TOKEN_EXPIRED, "Any request with an access token or a test key.");
            case TOKEN_REVOKED -> request("Use an access token after `POST /v1/auth/logout`.");
            case ACCOUNT_LOCKED -> request("Log in six times with a wrong password.");
            case INVALID_CREDENTIALS -> request("Log in with a wrong password.");
            case API_KEY_DELETED -> request("Use a key that you have deleted.");
            case API_KEY_DEPRECATED -> request("Rotate a key with `\"overlap\":\"PT0S\"` and use the older secret.");
            case API_KEY_EXPIRED -> request("Make a key with `expiresAt` a second ahead, and use it after that.");
            case API_KEY_NOT_ENABLED -> request("Use a key made with `\"enabled\":false`.");
            case API_KEY_LOCKED -> request("Use a key that you have locked.");
            case CLIENT_INACTIVE -> request("Make an organization at `/v1/sandbox/organizations`, give it the status `CLOSED`, and use its key.");
            case IP_NOT_ALLOWED -> request("Use a key made with `allowedAddresses` that are not yours, such as `192.0.2.0/24`.");
            case WRONG_SIGNATURE -> request("Send `X-NONCE: 1` and `X-Signature: 00`.");
            case NONCE_NOT_MONOTONOUS -> request("Send a signed request twice.");
            case FORBIDDEN -> request("Ask for a quote with a key that has the permission `quotes:read` only.");
            case TIER_INSUFFICIENT -> request("With a key of the tier `QUANT`, make one of the tier `PULSE`.");
            case RATE_LIMIT_EXCEEDED -> trigger(Trigger.RATE_LIMIT_EXCEEDED, ON_ANY);
            case QUOTA_EXHAUSTED -> trigger(Trigger.QUOTA_EXHAUSTED, ON_ANY);
            case ORGANIZATION_NOT_FOUND -> request("Read `/v1/organizations/` and an id that nobody has.");
            case ACCOUNT_NOT_FOUND -> request("Read `/v1/accounts/` and an id that nobody has.");
            case BENEFICIARY_NOT_FOUND -> request("Pay a beneficiary with an id that nobody has.");
            case QUOTE_NOT_FOUND -> request("Read `/v1/quotes/` and an id that nobody has.");
            case API_KEY_NOT_FOUND -> request("Read `/v1/api-keys/` and an id that nobody has.");
            case NOT_FOUND -> request("Read `/v1/nowhere`.");
            case SYMBOL_NOT_FOUND -> request("Read `/v1/market/ticker?symbol=NONE`.");
            case QUOTE_ALREADY_USED -> request("Execute a quote twice.");
            case QUOTE_EXPIRED -> trigger(Trigger.QUOTE_EXPIRED, "The execution of any quote.");
            case PRICE_MOVED -> trigger(Trigger.PRICE_MOVED, "Any conversion at `/v1/transactions/conversions`; the prices told are made up.");
            case BENEFICIARY_ALREADY_ARCHIVED -> request("Pay a beneficiary that you have archived, or archive it again.");
            case TRANSACTION_NOT_REVERSIBLE -> request("Reverse a deposit.");
            case TRANSACTION_ALREADY_REVERSED -> request("Reverse a trade twice.");
            case API_KEY_TRANSITION_REFUSED -> request("Unlock a key that is not locked.");
            case LAST_MANAGING_KEY -> request("Delete the only key with the permission `api-keys:write`.");
            case API_KEY_NAME_TAKEN -> request("Make two keys of the same name.");
            case API_KEY_LIMIT_REACHED -> request("Make more than 100 keys.");
            case EMAIL_TAKEN -> request("Register the same e-mail address twice.");
            case IDEMPOTENCY_REQUEST_IN_FLIGHT ->
                trigger(Trigger.IDEMPOTENCY_REQUEST_IN_FLIGHT, "Any request with a test key that is named with an `Idempotency-Key`.");
            case IDEMPOTENCY_KEY_IN_USE -> request("Send two requests of different content with the same `Idempotency-Key`.");
            case CONNECTION_NOT_FOUND -> request("Close `/v1/connections/` and an id that nobody has.");
            case CONNECTION_LIMIT_EXCEEDED -> request("Open two WebSockets with a key of the tier `STREAM`.");
            case INVALID_MESSAGE_FORMAT -> request("Send `{` on a WebSocket.");
            case UNKNOWN_COMMAND -> request("Send `{\"cmd\":\"dance\"}` on a WebSocket.");
            case CHANNEL_UNAVAILABLE -> request("Subscribe to a channel that the operator has left out of `CORRIDOR_FEED_CHANNELS`.");
            case SUBSCRIPTION_LIMIT_EXCEEDED -> request("Subscribe to more than five things with a key of the tier `STREAM`.");
            case RESUME_POINT_LOST -> request("Subscribe to `transactions` with `\"from\":9007199254740991` on a WebSocket.");
            case INSUFFICIENT_FUNDS -> request("Pay out more than the account has.");
            case VALIDATION_ERROR -> request("Ask for a quote with the `fromAmount` \"0\".");
            case ASSET_NOT_SUPPORTED -> request("Ask for a quote from `USD` to `XYZ`.");
            case MISSING_PARAMETER -> request("Read `/v1/market/ticker`.");
            case LIMIT_EXCEEDED -> request("Read `/v1/symbols/available?limit=1001`.");
            case INVALID_TIME_RANGE -> request("Read `/v1/market/kline?symbol=EURUSD&interval=1m&start_time=2&end_time=1`.");
            case SLIPPAGE_EXCEEDS_MAXIMUM -> request("Convert with a `slippageBps` of 1001.");
            case INVALID_REQUEST -> request("Ask for a quote with the body `{`.");
            case CHAIN_SEND_FAILED -> request("Pay `0x0000000000000000000000000000000000000502`, or for an outcome that is `unknown`"
                    + " `0x0000000000000000000000000000000000000504`.");
            case DATA_SOURCE_UNAVAILABLE -> trigger(Trigger.DATA_SOURCE_UNAVAILABLE, ON_ANY);
            case SERVICE_UNAVAILABLE -> trigger(Trigger.SERVICE_UNAVAILABLE, ON_ANY);
            case INTERNAL_ERROR -> trigger(Trigger.INTERNAL_ERROR, ON_ANY);
        };
    }
}
