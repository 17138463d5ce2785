package dev.corridor.application.user;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.TimeOrderedIds;
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
import dev.corridor.domain.user.Password;
import dev.corridor.domain.user.Session;
import dev.corridor.domain.user.SessionId;
import dev.corridor.domain.user.Token;
import dev.corridor.domain.user.TokenId;
import dev.corridor.domain.user.TokenType;
import dev.corridor.domain.user.User;
import dev.corridor.domain.user.UserError.InvalidCredentials;
import dev.corridor.domain.user.UserSessions;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;

/** What wants a password: it is hashed without holding a lock, and the attempts on one user are judged one after the other. */
final class Logins {

    private final Users users;
    private final PasswordHashes hashes;
    private final Tokens tokens;
    private final AuditLog audit;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    Logins(Users users, PasswordHashes hashes, Tokens tokens, AuditLog audit, TimeOrderedIds ids, InstantSource clock) {
        this.users = users;
        this.hashes = hashes;
        this.tokens = tokens;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param user as they were when the password was compared */
    record Attempt(User user, boolean matches) {}

    /** A new session, and its tokens. */
    record Started(Session session, String accessToken, String refreshToken) {}

    /** Compares the password. Without a user it takes as long, and is refused like a wrong password. */
    Attempt attempt(Supplier<Optional<User>> find, Password password) {
        var found = findOpen(find);
        boolean matches = hashes.matches(password, () -> findOpen(find).map(User::password));
        return new Attempt(found.orElseThrow(Logins::refusal), matches);
    }

    /** Checked on arrival and again before hashing, so that few of a burst of wrong passwords are hashed before the lockout. */
    private Optional<User> findOpen(Supplier<Optional<User>> find) {
        var found = find.get();
        found.ifPresent(user -> user.lockout().requireOpen(clock.instant()));
        return found;
    }

    /**
     * Judges an attempt. The lockout is checked again, since concurrent attempts may have locked the account; so is the password, which may
     * have been replaced.
     *
     * @param success what a right password leads to
     */
    <R> R judge(Attempt attempt, Origin origin, BiFunction<UserSessions, Instant, Change<R>> success) {
        var result = users.<Optional<R>>change(attempt.user().id(), open -> {
            var now = clock.instant();
            open.user().lockout().requireOpen(now);
            if (!attempt.matches()) {
                return failure(open.user(), origin, now);
            }
            if (!open.user().password().equals(attempt.user().password())) {
                throw refusal();
            }
            var change = success.apply(open, now);
            return new Change<>(Optional.of(change.result()), change.user(), change.sessions(), change.records());
        });
        return result.orElseThrow(Logins::refusal);
    }

    private <R> Change<Optional<R>> failure(User user, Origin origin, Instant now) {
        var after = user.afterLogin(false, now);
        var records = new ArrayList<AuditRecord>();
        var count = Map.of("failedLogins", Integer.toString(after.lockout().failedLogins()));
        records.add(record(user, new Anonymous(), UserActions.LOGIN_FAILED, count, origin, now));
        after.lockout()
                .lockedUntil()
                .map(until -> Map.of("lockedUntil", until.toString()))
                .ifPresent(until -> records.add(record(user, new Anonymous(), UserActions.LOCKED, until, origin, now)));
        return new Change<>(Optional.empty(), after, List.of(), List.copyOf(records));
    }

    AuditRecord record(User user, Principal by, AuditAction action, Map<String, String> details, Origin origin, Instant now) {
        return audit.draw(user.organization(), by, action, user.id(), details, origin, now);
    }

    /** @param rememberMe whether to grant the longer lifetime */
    Started start(User user, boolean rememberMe, Origin origin, Instant now) {
        var id = new SessionId(ids.next());
        var refresh = Token.issue(new TokenId(ids.next()), id, user.id(), TokenType.REFRESH, rememberMe, now);
        var session = Session.start(user, refresh, origin.address(), now);
        return new Started(session, tokens.sign(Token.access(new TokenId(ids.next()), session, now)), tokens.sign(refresh));
    }

    private static BusinessException refusal() {
        return new BusinessException(new InvalidCredentials());
    }
}
