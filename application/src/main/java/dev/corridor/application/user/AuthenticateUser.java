package dev.corridor.application.user;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.AccessError.AuthenticationFailed;
import dev.corridor.domain.access.AccessError.ClientInactive;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.user.UserError.InvalidToken;
import dev.corridor.domain.user.UserError.InvalidTokenType;
import dev.corridor.domain.user.UserError.TokenExpired;
import dev.corridor.domain.user.UserError.TokenRevoked;

/** Authenticates an access token. Signature, type and expiry are checked locally; only revocation and user need the store. */
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

    /** @param presentedToken as sent, unvalidated */
    record Command(String presentedToken) {

        /** Keeps the token out of logs. */
        @Override
        public String toString() {
            return "Command[…]";
        }
    }
}
