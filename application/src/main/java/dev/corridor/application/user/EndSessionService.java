package dev.corridor.application.user;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.user.port.Users;
import dev.corridor.application.user.port.Users.Change;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.user.Session;
import dev.corridor.domain.user.UserError.SessionNotFound;
import dev.corridor.domain.user.UserSessions;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

public final class EndSessionService implements EndSession {

    private final Users users;
    private final AuditLog audit;
    private final InstantSource clock;

    public EndSessionService(Users users, AuditLog audit, InstantSource clock) {
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Session end(Command command) {
        return users.change(CallingUser.of(command.caller()), open -> end(open, command));
    }

    private Change<Session> end(UserSessions open, Command command) {
        var now = clock.instant();
        var ended = open.find(command.session())
                .orElseThrow(() -> new BusinessException(new SessionNotFound(command.session())))
                .end(now);
        var record = audit.draw(
                ended.organization(), ended.user(), UserActions.SESSION_ENDED, ended.id(), Map.of(), command.origin(), now);
        return new Change<>(ended, open.user(), List.of(ended), List.of(record));
    }
}
