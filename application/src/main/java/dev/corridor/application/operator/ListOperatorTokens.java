package dev.corridor.application.operator;

import dev.corridor.application.Refuses;
import dev.corridor.domain.operator.OperatorSession;
import java.util.List;

/** Operator only: the tokens of programs, in the order of operators and names. */
public interface ListOperatorTokens {

    @Refuses({})
    List<OperatorSession> list();
}
