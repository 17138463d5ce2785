package dev.corridor.application.user;

import dev.corridor.application.Refuses;
import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.user.Session;
import dev.corridor.domain.user.SessionId;

/** Lists the calling user's open sessions, newest first. A caller with an API key is {@code forbidden}. */
public interface ListSessions {

    @Refuses(Forbidden.class)
    Page<Session> list(Command command);

    record Command(Caller caller, PageRequest<SessionId> page) {}
}
