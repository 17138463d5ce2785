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
import dev.corridor.domain.access.SignedRequest;
import java.util.Optional;

/**
 * Tells who presents a key. One that is unknown, of the other environment or no key at all is invalid; if the key store does not answer,
 * nothing is said about the key. A key that demands signed requests
 * says so before anything else about it. The rest of the order is that of {@link dev.corridor.domain.access.Credential#admit}; then comes the signature,
 * and the nonce last, so that nobody but who can sign uses one up. A signature that nothing was agreed on for is wrong.
 */
public interface Authenticate {

    @Refuses({
        MissingNonce.class,
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
     * @param presentedKey what the caller sent, unchecked
     * @param signed empty if it carries neither a nonce nor a signature
     * @param from where the caller is
     */
    record Command(String presentedKey, Optional<SignedRequest> signed, IpAddress from) {

        /** Without a signature. */
        public Command(String presentedKey, IpAddress from) {
            this(presentedKey, Optional.empty(), from);
        }

        @Override
        public String toString() {
            return "Command[…, " + from + "]";
        }
    }
}
