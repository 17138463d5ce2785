package dev.corridor.application.user;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.user.port.Users;
import dev.corridor.application.user.port.Users.Change;
import dev.corridor.domain.audit.AuditAction;
import dev.corridor.domain.user.Session;
import dev.corridor.domain.user.User;
import dev.corridor.domain.user.UserSessions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public final class OperateUserService implements OperateUser {

    private final Users users;
    private final AuditLog audit;
    private final InstantSource clock;

    public OperateUserService(Users users, AuditLog audit, InstantSource clock) {
        this.users = users;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Optional<User> operate(Command command) {
        return users.find(command.email()).map(user -> users.change(user.id(), open -> operate(open, command)));
    }

    private Change<User> operate(UserSessions open, Command command) {
        var now = clock.instant();
        return switch (command.act()) {
            case UNLOCK -> change(open.user().unlock(), List.of(), UserActions.UNLOCKED, command, now);
            case END_SESSIONS -> change(open.user(), open.endAll(now), UserActions.SESSIONS_ENDED, command, now);
        };
    }

    private Change<User> change(User user, List<Session> ended, AuditAction action, Command command, Instant now) {
        var details = Map.of("sessionsEnded", Integer.toString(ended.size()));
        var record = audit.draw(user.organization(), command.by(), action, user.id(), details, command.origin(), now);
        return new Change<>(user, user, ended, List.of(record));
    }
}
