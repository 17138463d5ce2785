package dev.corridor.application.user;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.AccessError.ClientInactive;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.user.UserError.InvalidToken;
import dev.corridor.domain.user.UserError.InvalidTokenType;
import dev.corridor.domain.user.UserError.TokenExpired;
import dev.corridor.domain.user.UserError.TokenRevoked;
import java.util.Optional;

/** The non-blocking part of {@link AuthenticateUser}, for the event loop: empty if it needs the store. */
public interface AuthenticateUserFromCache {

    @Refuses({InvalidToken.class, InvalidTokenType.class, TokenExpired.class, TokenRevoked.class, ClientInactive.class})
    Optional<Caller> authenticateAtOnce(AuthenticateUser.Command command);
}
