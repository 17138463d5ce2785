package dev.corridor.application.operator;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.OperatorName;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.domain.operator.OperatorSession;
import dev.corridor.domain.operator.OperatorToken;
import dev.corridor.domain.user.Password;
import dev.corridor.domain.user.UserError.AccountLocked;
import dev.corridor.domain.user.UserError.InvalidCredentials;

/**
 * Logs an operator in with a password and a one-time code. A code is used once, on all nodes together. An unknown name, a disabled login, a wrong password, a wrong
 * code and one that was used are refused alike; wrong ones count, and the fifth in a row locks the login.
 *
 * <p>Who has not enrolled yet needs no code. The session can do nothing but enrol then, and the login draws the secret of the codes anew.
 */
public interface LogInOperator {

    @Refuses({AccountLocked.class, InvalidCredentials.class, ServiceUnavailable.class})
    Result logIn(Command command);

    /** @param code as it was typed; empty for none */
    record Command(OperatorName name, Password password, String code, Origin origin) {

        @Override
        public String toString() {
            return "Command[" + name + "]";
        }
    }

    record Result(OperatorSession session, OperatorToken token) {}
}
