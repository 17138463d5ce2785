package dev.corridor.application.access;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.AccessError.AuthenticationFailed;
import dev.corridor.domain.access.AccessError.InvalidApiKey;
import dev.corridor.domain.access.Caller;

/**
 * Tells who presents a key. A key that is unknown, revoked, of the other environment or no key at all is invalid; if the key store does not
 * answer, nothing is said about the key.
 */
public interface Authenticate {

    @Refuses({InvalidApiKey.class, AuthenticationFailed.class})
    Caller authenticate(Command command);

    /** @param presentedKey what the caller sent, unchecked */
    record Command(String presentedKey) {

        @Override
        public String toString() {
            return "Command[…]";
        }
    }
}
