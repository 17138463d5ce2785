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

/** Re-checks the key behind an open WebSocket: the checks of {@link Authenticate} without the signature. */
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

    /** @param keyHash hash of the presented secret, so that the secret itself is not kept */
    record Command(String keyHash, IpAddress from) {

        @Override
        public String toString() {
            return "Command[…, " + from + "]";
        }
    }
}
