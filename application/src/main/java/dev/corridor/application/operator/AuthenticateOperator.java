package dev.corridor.application.operator;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.operator.OperatorToken;
import dev.corridor.domain.user.UserError.TokenRevoked;

/** Proves that a token is of an open session whose second factor was proved. Asks the store each time: a session that was ended is over at once. */
public interface AuthenticateOperator {

    @Refuses(TokenRevoked.class)
    Operator authenticate(Command command);

    record Command(OperatorToken token) {}
}
