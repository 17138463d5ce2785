package dev.corridor.application.user;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.AccessError.AuthenticationFailed;
import dev.corridor.domain.access.AccessError.ClientInactive;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.user.UserError.InvalidToken;
import dev.corridor.domain.user.UserError.InvalidTokenType;
import dev.corridor.domain.user.UserError.TokenExpired;
import dev.corridor.domain.user.UserError.TokenRevoked;

/**
 * Tells who presents an access token. Whether it is ours, of the right type and in time is told without asking anybody; if the store does not
 * answer then, nothing more is said about it.
 */
public interface AuthenticateUser {

    @Refuses({
        InvalidToken.class,
        InvalidTokenType.class,
        TokenExpired.class,
        AuthenticationFailed.class,
        TokenRevoked.class,
        ClientInactive.class
    })
    Caller authenticate(Command command);

    /** @param presentedToken what the caller sent, unchecked */
    record Command(String presentedToken) {

        /** It may let its holder in. */
        @Override
        public String toString() {
            return "Command[…]";
        }
    }
}
