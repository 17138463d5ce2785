package dev.corridor.application.user;

import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.UserId;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.Forbidden;

/** The user behind a caller. */
final class CallingUser {

    private CallingUser() {}

    /** Refuses a caller with an API key. */
    static UserId of(Caller caller) {
        if (caller.principal() instanceof UserId id) {
            return id;
        }
        throw new BusinessException(new Forbidden("This is for users: send an access token, not an API key."));
    }
}
