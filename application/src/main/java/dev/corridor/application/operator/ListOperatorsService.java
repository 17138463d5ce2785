package dev.corridor.application.operator;

import dev.corridor.application.operator.port.Operators;
import dev.corridor.domain.operator.OperatorLogin;
import java.util.List;

public final class ListOperatorsService implements ListOperators {

    private static final int MOST = 1000;

    private final Operators operators;

    public ListOperatorsService(Operators operators) {
        this.operators = operators;
    }

    @Override
    public List<OperatorLogin> list() {
        return operators.list(MOST);
    }
}
