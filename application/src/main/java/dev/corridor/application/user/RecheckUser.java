package dev.corridor.application.user;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.AccessError.AuthenticationFailed;
import dev.corridor.domain.access.AccessError.ClientInactive;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.user.Token;
import dev.corridor.domain.user.UserError.InvalidToken;
import dev.corridor.domain.user.UserError.InvalidTokenType;
import dev.corridor.domain.user.UserError.TokenExpired;
import dev.corridor.domain.user.UserError.TokenRevoked;

/** Re-checks the access token behind a WebSocket that was opened with a ticket: the checks of {@link AuthenticateUser} without the signature. */
public interface RecheckUser {

    @Refuses({
        InvalidTokenType.class,
        TokenExpired.class,
        InvalidToken.class,
        AuthenticationFailed.class,
        TokenRevoked.class,
        ClientInactive.class
    })
    Caller readmit(Command command);

    record Command(Token token) {}
}
