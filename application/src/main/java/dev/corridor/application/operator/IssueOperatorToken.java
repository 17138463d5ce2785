package dev.corridor.application.operator;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.access.OperatorName;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.operator.TokenName;
import java.time.Duration;

/**
 * Operator only: makes a token for a program of an operator. What the program does, the operator has done. The token is over with its time, when it is ended,
 * and when its operator is disabled or invited again.
 *
 * <p>An invalid request is a name that the operator has given to a token already, and an operator who is disabled.
 */
public interface IssueOperatorToken {

    @Refuses({NotFound.class, InvalidRequest.class})
    LogInOperator.Result issue(Command command);

    /** @param lifetime a day at least, at most {@link dev.corridor.domain.operator.OperatorSession#LONGEST} */
    record Command(Operator by, OperatorName operator, TokenName name, Duration lifetime, Origin origin) {}
}
