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
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.IpAddress;

/**
 * Tells whether somebody who was let in by a key, and has stayed since, would be let in again, and as whom: what {@link Authenticate} says of the key, without
 * the signature that they came with.
 */
public interface RecheckCaller {

    @Refuses({
        InvalidApiKey.class,
        AuthenticationFailed.class,
        ApiKeyDeleted.class,
        ApiKeyDeprecated.class,
        ApiKeyExpired.class,
        ApiKeyNotEnabled.class,
        ApiKeyLocked.class,
        ClientInactive.class,
        IpNotAllowed.class
    })
    Caller readmit(Command command);

    /** @param keyHash of the secret that was presented, which itself need not be kept */
    record Command(String keyHash, IpAddress from) {

        @Override
        public String toString() {
            return "Command[…, " + from + "]";
        }
    }
}
