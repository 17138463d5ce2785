package dev.corridor.domain.access;

import static dev.corridor.domain.error.ErrorKind.CONFLICT;
import static dev.corridor.domain.error.ErrorKind.FORBIDDEN;
import static dev.corridor.domain.error.ErrorKind.NOT_FOUND;
import static dev.corridor.domain.error.ErrorKind.UNAUTHENTICATED;
import static dev.corridor.domain.error.Retry.AFTER;
import static dev.corridor.domain.error.Retry.NEVER;
import static dev.corridor.domain.error.Retry.SAME_REQUEST;

import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.Failure;
import dev.corridor.domain.error.Temporary;
import java.time.Duration;

/**
 * Why a caller is not let in, or may not do that to a key, in order of precedence. A caller without the key's secret learns nothing about
 * the key. Sources: the NXOS contract, section 3; Nexpay, codes 10 to 121; TickDB, 1001 to 1004;
 * NexusGlass, "Tiers".
 */
public sealed interface AccessError extends BusinessError {

    @Failure(
            kind = UNAUTHENTICATED,
            title = "The API key is missing",
            meaning = "No API key came with the request.",
            advice = "Send the key.",
            message = "Send your API key in the header 'Authorization: Bearer <key>' or 'X-API-Key: <key>'.")
    record MissingApiKey() implements AccessError {}

    @Failure(
            kind = UNAUTHENTICATED,
            title = "The nonce is missing",
            meaning = "The key demands signed requests, and no nonce came with this one.",
            advice = "Send a number that grows with each request, such as the time in milliseconds, in `X-NONCE`, and sign the request.",
            message = "Send a number greater than those before it in the header 'X-NONCE'.")
    record MissingNonce() implements AccessError {}

    @Failure(
            kind = UNAUTHENTICATED,
            title = "The signature is missing",
            meaning = "A nonce came with the request, and no signature.",
            advice = "Sign the request and send the signature in `X-Signature`.",
            message = "Sign the request and send the signature in the header 'X-Signature'.")
    record MissingSignature() implements AccessError {}

    @Failure(
            kind = UNAUTHENTICATED,
            title = "The nonce is invalid",
            meaning = "The nonce is not a whole number below 2^53 - 2.",
            advice = "Send a number that grows with each request, such as the time in milliseconds.",
            message = "The header 'X-NONCE' must be a whole number below 9007199254740990.")
    record InvalidNonce() implements AccessError {}

    @Failure(
            kind = UNAUTHENTICATED,
            title = "The API key is invalid",
            meaning = "The key is unknown, revoked, or of the other environment.",
            advice = "Use another key.",
            message = "The provided API key is invalid.")
    record InvalidApiKey() implements AccessError {}

    @Failure(
            kind = UNAUTHENTICATED,
            retry = AFTER,
            title = "The API key could not be checked",
            meaning = "The key could not be checked because of a fault of ours; it may be perfectly good.",
            advice = "Send the request again after `Retry-After` seconds.",
            message = "The API key could not be verified because of a server error. Retry the request.")
    record AuthenticationFailed() implements AccessError, Temporary {

        @Override
        public Duration retryAfter() {
            return Duration.ofSeconds(1);
        }
    }

    @Failure(
            kind = UNAUTHENTICATED,
            title = "The API key is deleted",
            meaning = "The key has been deleted.",
            advice = "Use another key.",
            message = "The API key has been deleted.")
    record ApiKeyDeleted() implements AccessError {}

    @Failure(
            kind = UNAUTHENTICATED,
            title = "The API key is out of date",
            meaning = "The key has a newer secret, and the time in which both worked is over.",
            advice = "Use the newer secret.",
            message = "The API key has been replaced by a newer one.")
    record ApiKeyDeprecated() implements AccessError {}

    @Failure(
            kind = UNAUTHENTICATED,
            title = "The API key has expired",
            meaning = "The key has come to its end.",
            advice = "Use another key.",
            message = "The API key has expired.")
    record ApiKeyExpired() implements AccessError {}

    @Failure(
            kind = FORBIDDEN,
            retry = SAME_REQUEST,
            title = "The API key is not enabled",
            meaning = "The key was made, and has not been enabled yet.",
            advice = "Enable it, with another key.",
            message = "The API key has not been enabled yet.")
    record ApiKeyNotEnabled() implements AccessError {}

    @Failure(
            kind = FORBIDDEN,
            retry = SAME_REQUEST,
            title = "The API key is locked",
            meaning = "The key is locked.",
            advice = "Unlock it, with another key.",
            message = "The API key is locked.")
    record ApiKeyLocked() implements AccessError {}

    @Failure(
            kind = FORBIDDEN,
            retry = NEVER,
            title = "The organization is not active",
            meaning = "The organization is not approved yet, or is closed.",
            advice = "Ask the operator.",
            message = "The organization is not approved, or closed.")
    record ClientInactive() implements AccessError {}

    @Failure(
            kind = FORBIDDEN,
            retry = NEVER,
            title = "The address is not allowed",
            meaning = "The key may not be used from this address.",
            advice = "Use it from elsewhere, or change its addresses.",
            message = "The API key may not be used from this address.")
    record IpNotAllowed() implements AccessError {}

    @Failure(
            kind = UNAUTHENTICATED,
            title = "The signature is wrong",
            meaning = "The signature is not that of this request, or the key takes none.",
            advice = "Sign exactly what is sent, with the signing secret of the key.",
            message = "The signature is not that of this request.")
    record WrongSignature() implements AccessError {}

    @Failure(
            kind = UNAUTHENTICATED,
            title = "The nonce is not monotonous",
            meaning = "A request with this secret and this nonce, or a greater one, has come before.",
            advice = "Sign the request again, with a greater nonce. If there is none, rotate the key: a new secret begins anew.",
            message = "The nonce must be greater than that of every request before. Sign the request again with another one.")
    record NonceNotMonotonous() implements AccessError {}

    @Failure(
            kind = FORBIDDEN,
            retry = NEVER,
            title = "The tier is too low",
            meaning = "This needs a higher tier than the caller has.",
            advice = "Use a key of that tier.")
    record TierInsufficient(Tier required, Tier current) implements AccessError {

        @Override
        public String message() {
            return "This needs the tier " + required + ", you have " + current + ".";
        }
    }

    @Failure(
            kind = NOT_FOUND,
            title = "API key not found",
            meaning = "There is no such key, it is not yours, or it is deleted.",
            advice = "Mend the id.",
            message = "API key not found.")
    record ApiKeyNotFound(ApiKeyId key) implements AccessError {}

    /** @param transition what was to be done, as a participle */
    @Failure(
            kind = CONFLICT,
            retry = NEVER,
            title = "The API key is in another state",
            meaning = "The state of the key does not allow it.",
            advice = "Read the key.")
    record ApiKeyTransitionRefused(ApiKeyId key, ApiKeyStatus status, String transition) implements AccessError {

        @Override
        public String message() {
            return "The API key is " + status + " and cannot be " + transition + ".";
        }
    }

    @Failure(
            kind = CONFLICT,
            retry = SAME_REQUEST,
            title = "The last key that manages keys",
            meaning = "It is the last key that can manage the keys of the organization.",
            advice = "Make another key with `api-keys:write` first.",
            message = "It is the organization's last enabled key with the permission api-keys:write: without it, nobody could manage the others.")
    record LastManagingKey(ApiKeyId key) implements AccessError {}

    @Failure(
            kind = CONFLICT,
            title = "The name is taken",
            meaning = "Another key of the organization has this name.",
            advice = "Choose another name.",
            message = "Another API key of the organization has this name.")
    record ApiKeyNameTaken(String name) implements AccessError {}

    @Failure(
            kind = CONFLICT,
            retry = SAME_REQUEST,
            title = "Too many API keys",
            meaning = "The organization has 100 keys already.",
            advice = "Delete one first.",
            message = "The organization has " + KeyRing.MAX_KEYS + " API keys already: delete one first.")
    record ApiKeyLimitReached() implements AccessError {}
}
