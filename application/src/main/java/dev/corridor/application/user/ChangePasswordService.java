package dev.corridor.application.user;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.user.port.PasswordHashes;
import dev.corridor.application.user.port.Tokens;
import dev.corridor.application.user.port.Users;
import dev.corridor.application.user.port.Users.Change;
import dev.corridor.domain.user.Password;
import dev.corridor.domain.user.PasswordHash;
import dev.corridor.domain.user.UserSessions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

public final class ChangePasswordService implements ChangePassword {

    private final Users users;
    private final PasswordHashes hashes;
    private final Logins logins;

    public ChangePasswordService(
            Users users, PasswordHashes hashes, Tokens tokens, AuditLog audit, TimeOrderedIds ids, InstantSource clock) {
        this.users = users;
        this.hashes = hashes;
        this.logins = new Logins(users, hashes, tokens, audit, ids, clock);
    }

    @Override
    public LogIn.Result change(Command command) {
        var id = CallingUser.of(command.caller());
        var chosen = Password.choose(command.field(), command.chosen());
        var attempt = logins.attempt(() -> users.find(id), command.present());
        var hash = attempt.matches() ? Optional.of(hashes.hash(chosen)) : Optional.<PasswordHash>empty();
        return logins.judge(attempt, command.origin(), (open, now) -> replace(open, hash.orElseThrow(), command, now));
    }

    private Change<LogIn.Result> replace(UserSessions open, PasswordHash hash, Command command, Instant now) {
        var user = open.user().withPassword(hash);
        var started = logins.start(user, command.rememberMe(), command.origin(), now);
        var sessions = Stream.concat(open.endAll(now).stream(), Stream.of(started.session())).toList();
        var details = Map.of("sessionsEnded", Integer.toString(open.open().size()));
        var record = logins.record(user, user.id(), UserActions.PASSWORD_CHANGED, details, command.origin(), now);
        return new Change<>(LogIn.Result.of(user, started), user, sessions, List.of(record));
    }
}
