package dev.corridor.application.user;

import dev.corridor.application.Page;
import dev.corridor.application.user.port.Sessions;
import dev.corridor.domain.user.Session;
import java.time.InstantSource;

public final class ListSessionsService implements ListSessions {

    private final Sessions sessions;
    private final InstantSource clock;

    public ListSessionsService(Sessions sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public Page<Session> list(Command command) {
        var user = CallingUser.of(command.caller());
        return sessions.page(command.caller().organization(), user, clock.instant(), command.page());
    }
}
