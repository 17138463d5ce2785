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
 * Tells who presents a key. One that is unknown, of the other environment or no key at all is invalid; if the key store does not answer,
 * nothing is said about the key. The rest of the order is that of {@link dev.corridor.domain.access.Credential#admit}.
 */
public interface Authenticate {

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
    Caller authenticate(Command command);

    /**
     * @param presentedKey what the caller sent, unchecked
     * @param from where the caller is
     */
    record Command(String presentedKey, IpAddress from) {

        @Override
        public String toString() {
            return "Command[…, " + from + "]";
        }
    }
}
