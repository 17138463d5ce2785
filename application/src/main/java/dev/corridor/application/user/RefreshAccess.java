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
 * Issues a new access token for a refresh token. A reusable one stays valid until its session is over. A rotating one is replaced; if it comes
 * again, then the client or a thief has used it before, and the session ends. So a client whose response was lost logs in again.
 */
public interface RefreshAccess {

    @Refuses({InvalidToken.class, InvalidTokenType.class, TokenExpired.class, AuthenticationFailed.class, TokenRevoked.class})
    Result refresh(Command command);

    /** @param refreshToken as sent, unvalidated */
    record Command(String refreshToken, Origin origin) {

        @Override
        public String toString() {
            return "Command[" + origin + "]";
        }
    }

    /** @param refreshToken the next one, if the present one was replaced */
    record Result(String accessToken, Optional<String> refreshToken) {

        @Override
        public String toString() {
            return "Result[…]";
        }
    }
}
