package dev.corridor.application.access;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.AccessError.ApiKeyDeleted;
import dev.corridor.domain.access.AccessError.ApiKeyDeprecated;
import dev.corridor.domain.access.AccessError.ApiKeyExpired;
import dev.corridor.domain.access.AccessError.ApiKeyLocked;
import dev.corridor.domain.access.AccessError.ApiKeyNotEnabled;
import dev.corridor.domain.access.AccessError.AuthenticationFailed;
import dev.corridor.domain.access.AccessError.ClientInactive;
import dev.corridor.domain.access.AccessError.InvalidApiKey;
import dev.corridor.domain.access.AccessError.IpNotAllowed;
import dev.corridor.domain.access.AccessError.MissingNonce;
import dev.corridor.domain.access.AccessError.NonceNotMonotonous;
import dev.corridor.domain.access.AccessError.WrongSignature;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.IpAddress;
import dev.corridor.domain.access.LimitError.RateLimitExceeded;
import dev.corridor.domain.access.SignedRequest;
import java.util.Optional;

/**
 * Authenticates an API key. A malformed or unknown key, or one of the other environment, is invalid, and {@link UnknownKeys} limits how many of
 * them come from one address. If the key store is unreachable, nothing is said about the key. The order of checks:
 *
 * <ol>
 * <li>A key that requires signed requests needs a nonce.
 * <li>The checks of {@link dev.corridor.domain.access.Credential#admit}.
 * <li>The signature. A signature for a key without a signing secret is wrong.
 * <li>The nonce, last, so that only a valid signature consumes one.
 * </ol>
 */
public interface Authenticate {

    @Refuses({
        MissingNonce.class,
        RateLimitExceeded.class,
        InvalidApiKey.class,
        AuthenticationFailed.class,
        ApiKeyDeleted.class,
        ApiKeyDeprecated.class,
        ApiKeyExpired.class,
        ApiKeyNotEnabled.class,
        ApiKeyLocked.class,
        ClientInactive.class,
        IpNotAllowed.class,
        WrongSignature.class,
        NonceNotMonotonous.class
    })
    Caller authenticate(Command command);

    /**
     * @param presentedKey as sent, unvalidated
     * @param signed empty if the request has neither a nonce nor a signature
     * @param from the client's address
     */
    record Command(String presentedKey, Optional<SignedRequest> signed, IpAddress from) {

        public Command(String presentedKey, IpAddress from) {
            this(presentedKey, Optional.empty(), from);
        }

        @Override
        public String toString() {
            return "Command[…, " + from + "]";
        }
    }
}
