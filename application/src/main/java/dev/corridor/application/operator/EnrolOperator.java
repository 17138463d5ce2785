package dev.corridor.application.operator;

import dev.corridor.application.Refuses;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.domain.operator.OperatorToken;
import dev.corridor.domain.user.Password;
import dev.corridor.domain.user.UserError.AccountLocked;
import dev.corridor.domain.user.UserError.InvalidCredentials;
import dev.corridor.domain.user.UserError.TokenRevoked;

/**
 * Ends an operator's enrolment: a code proves that their device has the secret, and their own password takes the place of the first one. Another session
 * begins, which may do all that operators may. A wrong code counts like a wrong password.
 */
public interface EnrolOperator {

    @Refuses({TokenRevoked.class, AccountLocked.class, InvalidCredentials.class, ServiceUnavailable.class})
    LogInOperator.Result enrol(Command command);

    record Command(OperatorToken token, Password chosen, String code, Origin origin) {

        @Override
        public String toString() {
            return "Command[…]";
        }
    }
}
