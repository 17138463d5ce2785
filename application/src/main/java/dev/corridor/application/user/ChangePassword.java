package dev.corridor.application.user;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.user.Password;
import dev.corridor.domain.user.UserError.AccountLocked;
import dev.corridor.domain.user.UserError.InvalidCredentials;

/**
 * Changes the calling user's password, which proves itself by the present one. All of the user's sessions end, the one that asks included, and a
 * new one begins: who knew the old password is out. A wrong present password counts as a failed login. A caller with an API key is {@code
 * forbidden}. A repeat finds the old password wrong.
 */
public interface ChangePassword {

    @Refuses({Forbidden.class, ValidationError.class, AccountLocked.class, InvalidCredentials.class, ServiceUnavailable.class})
    LogIn.Result change(Command command);

    /**
     * @param chosen the new password, unvalidated
     * @param field where it is given
     * @param rememberMe whether to grant the new session the longer lifetime
     */
    record Command(Caller caller, Password present, String chosen, String field, boolean rememberMe, Origin origin) {

        /** Keeps the passwords out of logs. */
        @Override
        public String toString() {
            return "Command[" + caller.principal() + "]";
        }
    }
}
