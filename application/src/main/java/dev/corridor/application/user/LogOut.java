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
 * Gives an access token back before its time, and a refresh token of the same user with it: they stop working everywhere within a second. Whoever
 * keeps the refresh token back stays able to get access again. Done twice, the second finds the token revoked.
 */
public interface LogOut {

    @Refuses({InvalidToken.class, InvalidTokenType.class, TokenExpired.class, AuthenticationFailed.class, TokenRevoked.class})
    void logOut(Command command);

    /** Both are what the caller sent, unchecked. */
    record Command(String accessToken, Optional<String> refreshToken, Origin origin) {

        @Override
        public String toString() {
            return "Command[" + origin + "]";
        }
    }
}
