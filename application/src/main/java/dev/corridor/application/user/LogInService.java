package dev.corridor.application.user;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.user.port.PasswordHashes;
import dev.corridor.application.user.port.Tokens;
import dev.corridor.application.user.port.Users;
import dev.corridor.application.user.port.Users.Change;
import dev.corridor.domain.user.UserSessions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

public final class LogInService implements LogIn {

    private final Users users;
    private final Logins logins;

    public LogInService(
            Users users, PasswordHashes hashes, Tokens tokens, AuditLog audit, TimeOrderedIds ids, InstantSource clock) {
        this.users = users;
        this.logins = new Logins(users, hashes, tokens, audit, ids, clock);
    }

    @Override
    public Result logIn(Command command) {
        var attempt = logins.attempt(() -> users.find(command.email()), command.password());
        return logins.judge(attempt, command.origin(), (open, now) -> begin(open, command, now));
    }

    private Change<Result> begin(UserSessions open, Command command, Instant now) {
        var user = open.user().afterLogin(true, now);
        var started = logins.start(user, command.rememberMe(), command.origin(), now);
        var record = logins.record(user, user.id(), UserActions.LOGGED_IN, Map.of(), command.origin(), now);
        return new Change<>(Result.of(user, started), user, open.start(started.session(), now), List.of(record));
    }
}
