package dev.corridor.application.operator;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.operator.OperatorToken;

/** Ends the session of a token. May be repeated. */
public interface LogOutOperator {

    @Refuses({})
    void logOut(Command command);

    record Command(Operator by, OperatorToken token, Origin origin) {}
}
