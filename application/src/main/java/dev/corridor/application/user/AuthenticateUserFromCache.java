package dev.corridor.application.user;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.AccessError.ClientInactive;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.user.UserError.InvalidToken;
import dev.corridor.domain.user.UserError.InvalidTokenType;
import dev.corridor.domain.user.UserError.TokenExpired;
import dev.corridor.domain.user.UserError.TokenRevoked;
import java.util.Optional;

/**
 * Does what {@link AuthenticateUser} does, as far as it can be done without waiting: empty if the store would have to be asked. For a thread that
 * must not be kept.
 */
public interface AuthenticateUserFromCache {

    @Refuses({InvalidToken.class, InvalidTokenType.class, TokenExpired.class, TokenRevoked.class, ClientInactive.class})
    Optional<Caller> authenticateAtOnce(AuthenticateUser.Command command);
}
