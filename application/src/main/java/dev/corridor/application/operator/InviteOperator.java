package dev.corridor.application.operator;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.access.OperatorName;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.user.Password;
import java.time.Instant;

/**
 * Gives an operator a first password, good for {@linkplain dev.corridor.domain.operator.SecondFactor.Invited#DURATION a day}, with which they enrol: they choose
 * a password and prove a second factor. One who is invited again loses both, and all sessions.
 */
public interface InviteOperator {

    @Refuses({InvalidRequest.class, NotFound.class})
    Invitation invite(Command command);

    /** @param again whether there is the operator already */
    record Command(Operator by, OperatorName name, boolean again, Origin origin) {}

    /** @param until exclusive */
    record Invitation(OperatorName name, Password first, Instant until) {}
}
