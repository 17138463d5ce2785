package dev.corridor.application.user;

import dev.corridor.application.Refuses;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.domain.user.EmailAddress;
import dev.corridor.domain.user.Password;
import dev.corridor.domain.user.SessionId;
import dev.corridor.domain.user.User;
import dev.corridor.domain.user.UserError.AccountLocked;
import dev.corridor.domain.user.UserError.InvalidCredentials;

/**
 * Logs a user in. An unknown e-mail address is refused like a wrong password and takes as long. During a lockout even the right password is
 * refused. Each login begins a session; a user has
 * at most {@link dev.corridor.domain.user.UserSessions#MAX_OPEN}, and the oldest one ends for a newer one.
 *
 * <p>Passwords are hashed without holding a lock, but attempts on an account are judged one by one. Of many concurrent wrong passwords,
 * five count as wrong and the rest find the account locked.
 */
public interface LogIn {

    @Refuses({AccountLocked.class, InvalidCredentials.class, ServiceUnavailable.class})
    Result logIn(Command command);

    /** @param rememberMe whether to grant the longer refresh lifetime */
    record Command(EmailAddress email, Password password, boolean rememberMe, Origin origin) {}

    record Result(User user, SessionId session, String accessToken, String refreshToken) {

        static Result of(User user, Logins.Started started) {
            return new Result(user, started.session().id(), started.accessToken(), started.refreshToken());
        }

        @Override
        public String toString() {
            return "Result[" + user.id() + "]";
        }
    }
}
