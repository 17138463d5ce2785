package dev.corridor.application.user;

import dev.corridor.application.Refuses;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.domain.user.EmailAddress;
import dev.corridor.domain.user.Password;
import dev.corridor.domain.user.User;
import dev.corridor.domain.user.UserError.AccountLocked;
import dev.corridor.domain.user.UserError.InvalidCredentials;

/**
 * Logs a person in. An e-mail address that nobody has is refused as a wrong password is, and at the same expense. While the account is locked
 * no password is right. Each login makes new tokens and leaves those of earlier ones as they are.
 *
 * <p>Passwords are hashed before the attempt is judged, so that nothing is locked meanwhile, but it is judged one attempt after the other: of many
 * wrong ones at a time five are told that they are wrong, and the others that the account is locked, whatever they were.
 */
public interface LogIn {

    @Refuses({AccountLocked.class, InvalidCredentials.class, ServiceUnavailable.class})
    Result logIn(Command command);

    /** @param rememberMe whether to stay logged in for longer */
    record Command(EmailAddress email, Password password, boolean rememberMe, Origin origin) {}

    record Result(User user, String accessToken, String refreshToken) {

        @Override
        public String toString() {
            return "Result[" + user.id() + "]";
        }
    }
}
