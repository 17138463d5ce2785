package dev.corridor.application.operator;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.access.OperatorName;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.operator.OperatorLogin;

/** Disables an operator's login, which ends all their sessions at once, or enables it, which ends a lock too. May be repeated. */
public interface SwitchOperator {

    @Refuses(NotFound.class)
    OperatorLogin switchTo(Command command);

    record Command(Operator by, OperatorName name, boolean enabled, Origin origin) {}
}
