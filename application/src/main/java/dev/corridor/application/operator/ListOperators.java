package dev.corridor.application.operator;

import dev.corridor.application.Refuses;
import dev.corridor.domain.operator.OperatorLogin;
import java.util.List;

/** Operator only: who may log in as one, in the order of their names. */
public interface ListOperators {

    @Refuses({})
    List<OperatorLogin> list();
}
