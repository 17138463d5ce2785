package dev.corridor.application.user;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.AccessError.AuthenticationFailed;
import dev.corridor.domain.user.UserError.InvalidToken;
import dev.corridor.domain.user.UserError.InvalidTokenType;
import dev.corridor.domain.user.UserError.TokenExpired;
import dev.corridor.domain.user.UserError.TokenRevoked;

/** Issues a new access token for a refresh token, which stays valid until it expires or is revoked. */
public interface RefreshAccess {

    @Refuses({InvalidToken.class, InvalidTokenType.class, TokenExpired.class, AuthenticationFailed.class, TokenRevoked.class})
    String refresh(Command command);

    /** @param refreshToken as sent, unvalidated */
    record Command(String refreshToken) {

        @Override
        public String toString() {
            return "Command[…]";
        }
    }
}
