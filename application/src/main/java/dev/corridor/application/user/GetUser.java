package dev.corridor.application.user;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.user.User;

/** Reads the calling user. A caller with an API key is {@code forbidden}. */
public interface GetUser {

    @Refuses(Forbidden.class)
    User get(Command command);

    record Command(Caller caller) {}
}
