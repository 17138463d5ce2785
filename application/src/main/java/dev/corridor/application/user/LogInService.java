package dev.corridor.application.user;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.user.port.PasswordHashes;
import dev.corridor.application.user.port.Tokens;
import dev.corridor.application.user.port.Users;
import dev.corridor.application.user.port.Users.Change;
import dev.corridor.domain.access.Anonymous;
import dev.corridor.domain.access.Principal;
import dev.corridor.domain.audit.AuditAction;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.user.EmailAddress;
import dev.corridor.domain.user.Token;
import dev.corridor.domain.user.TokenId;
import dev.corridor.domain.user.TokenType;
import dev.corridor.domain.user.User;
import dev.corridor.domain.user.UserError.InvalidCredentials;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public final class LogInService implements LogIn {

    private final Users users;
    private final PasswordHashes hashes;
    private final Tokens tokens;
    private final AuditLog audit;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    public LogInService(
            Users users, PasswordHashes hashes, Tokens tokens, AuditLog audit, TimeOrderedIds ids, InstantSource clock) {
        this.users = users;
        this.hashes = hashes;
        this.tokens = tokens;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Result logIn(Command command) {
        var found = findOpen(command.email());
        boolean matches = hashes.matches(command.password(), () -> findOpen(command.email()).map(User::password));
        var user = found.orElseThrow(LogInService::refusal);
        users.change(user.id(), locked -> judge(locked, matches, command.origin()));
        if (!matches) {
            throw refusal();
        }
        return new Result(
                user, issue(user, TokenType.ACCESS, command.rememberMe()), issue(user, TokenType.REFRESH, command.rememberMe()));
    }

    /** Checked on arrival and again before hashing, so that few of a burst of wrong passwords are hashed before the lockout. */
    private Optional<User> findOpen(EmailAddress email) {
        var found = users.find(email);
        found.ifPresent(user -> user.lockout().requireOpen(clock.instant()));
        return found;
    }

    /** Checks the lockout again, since concurrent attempts may have locked the account. */
    private Change judge(User user, boolean passwordIsRight, Origin origin) {
        var now = clock.instant();
        user.lockout().requireOpen(now);
        var after = user.afterLogin(passwordIsRight, now);
        var records = new ArrayList<AuditRecord>();
        if (passwordIsRight) {
            records.add(record(user, user.id(), UserActions.LOGGED_IN, Map.of(), origin, now));
        } else {
            var count = Map.of("failedLogins", Integer.toString(after.lockout().failedLogins()));
            records.add(record(user, new Anonymous(), UserActions.LOGIN_FAILED, count, origin, now));
            after.lockout()
                    .lockedUntil()
                    .map(until -> Map.of("lockedUntil", until.toString()))
                    .ifPresent(until -> records.add(record(user, new Anonymous(), UserActions.LOCKED, until, origin, now)));
        }
        return new Change(after, List.copyOf(records));
    }

    private AuditRecord record(User user, Principal by, AuditAction action, Map<String, String> details, Origin origin, Instant now) {
        return audit.draw(user.organization(), by, action, user.id(), details, origin, now);
    }

    private String issue(User user, TokenType type, boolean rememberMe) {
        return tokens.sign(Token.issue(new TokenId(ids.next()), user.id(), type, rememberMe, clock.instant()));
    }

    private static BusinessException refusal() {
        return new BusinessException(new InvalidCredentials());
    }
}
