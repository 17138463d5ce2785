package dev.corridor.domain.access;

import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.ErrorKind;

/**
 * Why somebody is not let in, or may not do that to a key, in order of precedence. Whoever does not hold a key's secret learns nothing about
 * it: a stranger sees no more than the first three. Sources: the NXOS contract, section 3; Nexpay, codes 10 to 121; TickDB, 1001 to 1004;
 * NexusGlass, "Tiers".
 */
public sealed interface AccessError extends BusinessError {

    record MissingApiKey() implements AccessError {

        @Override
        public String code() {
            return "missing_api_key";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.UNAUTHENTICATED;
        }

        @Override
        public String message() {
            return "Send your API key in the header 'Authorization: Bearer <key>' or 'X-API-Key: <key>'.";
        }
    }

    record MissingNonce() implements AccessError {

        @Override
        public String code() {
            return "missing_nonce";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.UNAUTHENTICATED;
        }

        @Override
        public String message() {
            return "Send a number greater than those before it in the header 'X-NONCE'.";
        }
    }

    record MissingSignature() implements AccessError {

        @Override
        public String code() {
            return "missing_signature";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.UNAUTHENTICATED;
        }

        @Override
        public String message() {
            return "Sign the request and send the signature in the header 'X-Signature'.";
        }
    }

    record InvalidNonce() implements AccessError {

        @Override
        public String code() {
            return "invalid_nonce";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.UNAUTHENTICATED;
        }

        @Override
        public String message() {
            return "The header 'X-NONCE' must be a whole number below 9007199254740990.";
        }
    }

    record InvalidApiKey() implements AccessError {

        @Override
        public String code() {
            return "invalid_api_key";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.UNAUTHENTICATED;
        }

        @Override
        public String message() {
            return "The provided API key is invalid.";
        }
    }

    /** The key could not be checked. It may be perfectly good: the client should try again. */
    record AuthenticationFailed() implements AccessError {

        @Override
        public String code() {
            return "authentication_failed";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.UNAUTHENTICATED;
        }

        @Override
        public String message() {
            return "The API key could not be verified because of a server error. Retry the request.";
        }
    }

    record ApiKeyDeleted() implements AccessError {

        @Override
        public String code() {
            return "api_key_deleted";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.UNAUTHENTICATED;
        }

        @Override
        public String message() {
            return "The API key has been deleted.";
        }
    }

    /** The key has a newer secret, and the time in which both worked is over. */
    record ApiKeyDeprecated() implements AccessError {

        @Override
        public String code() {
            return "api_key_deprecated";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.UNAUTHENTICATED;
        }

        @Override
        public String message() {
            return "The API key has been replaced by a newer one.";
        }
    }

    record ApiKeyExpired() implements AccessError {

        @Override
        public String code() {
            return "api_key_expired";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.UNAUTHENTICATED;
        }

        @Override
        public String message() {
            return "The API key has expired.";
        }
    }

    record ApiKeyNotEnabled() implements AccessError {

        @Override
        public String code() {
            return "api_key_not_enabled";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.FORBIDDEN;
        }

        @Override
        public String message() {
            return "The API key has not been enabled yet.";
        }
    }

    record ApiKeyLocked() implements AccessError {

        @Override
        public String code() {
            return "api_key_locked";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.FORBIDDEN;
        }

        @Override
        public String message() {
            return "The API key is locked.";
        }
    }

    record ClientInactive() implements AccessError {

        @Override
        public String code() {
            return "client_inactive";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.FORBIDDEN;
        }

        @Override
        public String message() {
            return "The organization is not approved, or closed.";
        }
    }

    record IpNotAllowed() implements AccessError {

        @Override
        public String code() {
            return "ip_not_allowed";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.FORBIDDEN;
        }

        @Override
        public String message() {
            return "The API key may not be used from this address.";
        }
    }

    record WrongSignature() implements AccessError {

        @Override
        public String code() {
            return "wrong_signature";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.UNAUTHENTICATED;
        }

        @Override
        public String message() {
            return "The signature is not that of this request.";
        }
    }

    record NonceNotMonotonous() implements AccessError {

        @Override
        public String code() {
            return "nonce_not_monotonous";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.UNAUTHENTICATED;
        }

        @Override
        public String message() {
            return "The nonce must be greater than that of every request before. Sign the request again with another one.";
        }
    }

    record TierInsufficient(Tier required, Tier current) implements AccessError {

        @Override
        public String code() {
            return "tier_insufficient";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.FORBIDDEN;
        }

        @Override
        public String message() {
            return "This needs the tier " + required + ", you have " + current + ".";
        }
    }

    record ApiKeyNotFound(ApiKeyId key) implements AccessError {

        @Override
        public String code() {
            return "api_key_not_found";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.NOT_FOUND;
        }

        @Override
        public String message() {
            return "API key not found.";
        }
    }

    /**
     * The state of the key does not allow it.
     *
     * @param transition what was to be done, as a participle
     */
    record ApiKeyTransitionRefused(ApiKeyId key, ApiKeyStatus status, String transition) implements AccessError {

        @Override
        public String code() {
            return "api_key_transition_refused";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.CONFLICT;
        }

        @Override
        public String message() {
            return "The API key is " + status + " and cannot be " + transition + ".";
        }
    }

    record LastManagingKey(ApiKeyId key) implements AccessError {

        @Override
        public String code() {
            return "last_managing_key";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.CONFLICT;
        }

        @Override
        public String message() {
            return "It is the organization's last enabled key with the permission api-keys:write: without it, nobody could manage the others.";
        }
    }

    record ApiKeyNameTaken(String name) implements AccessError {

        @Override
        public String code() {
            return "api_key_name_taken";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.CONFLICT;
        }

        @Override
        public String message() {
            return "Another API key of the organization has this name.";
        }
    }

    record ApiKeyLimitReached() implements AccessError {

        @Override
        public String code() {
            return "api_key_limit_reached";
        }

        @Override
        public ErrorKind kind() {
            return ErrorKind.CONFLICT;
        }

        @Override
        public String message() {
            return "The organization has " + KeyRing.MAX_KEYS + " API keys already: delete one first.";
        }
    }
}
