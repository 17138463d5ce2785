package dev.corridor.application.user;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.user.Session;
import dev.corridor.domain.user.SessionId;
import dev.corridor.domain.user.UserError.SessionNotFound;

/**
 * Ends a session of the calling user, on all nodes within a second. A caller with an API key is {@code forbidden}. A repeat finds no such
 * session.
 */
public interface EndSession {

    @Refuses({Forbidden.class, SessionNotFound.class})
    Session end(Command command);

    record Command(Caller caller, SessionId session, Origin origin) {}
}
