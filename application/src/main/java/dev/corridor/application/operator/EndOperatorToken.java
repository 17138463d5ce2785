package dev.corridor.application.operator;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.access.OperatorName;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.operator.TokenName;

/** Operator only: ends a program's token at once. */
public interface EndOperatorToken {

    @Refuses(NotFound.class)
    void end(Command command);

    record Command(Operator by, OperatorName operator, TokenName name, Origin origin) {}
}
