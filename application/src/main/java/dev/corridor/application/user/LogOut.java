package dev.corridor.application.user;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.AccessError.AuthenticationFailed;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.user.UserError.InvalidToken;
import dev.corridor.domain.user.UserError.InvalidTokenType;
import dev.corridor.domain.user.UserError.TokenExpired;
import dev.corridor.domain.user.UserError.TokenRevoked;
import java.util.Optional;

/**
 * Ends the session of an access token and, if a refresh token of another session of the same user is given, that one too, on all nodes within a
 * second. A repeat finds the token revoked.
 */
public interface LogOut {

    @Refuses({InvalidToken.class, InvalidTokenType.class, TokenExpired.class, AuthenticationFailed.class, TokenRevoked.class})
    void logOut(Command command);

    /** Both tokens are as sent, unvalidated. */
    record Command(String accessToken, Optional<String> refreshToken, Origin origin) {

        @Override
        public String toString() {
            return "Command[" + origin + "]";
        }
    }
}
