package dev.corridor.application.operator;

import dev.corridor.application.operator.port.Operators;
import dev.corridor.domain.access.OperatorName;
import dev.corridor.domain.operator.OperatorSession;
import dev.corridor.domain.operator.TokenName;
import java.util.List;
import java.util.Optional;

public final class ListOperatorTokensService implements ListOperatorTokens {

    private static final int MOST = 10_000;

    private final Operators operators;

    public ListOperatorTokensService(Operators operators) {
        this.operators = operators;
    }

    @Override
    public List<OperatorSession> list() {
        return operators.ofPrograms(MOST);
    }

    static Optional<OperatorSession> find(Operators operators, OperatorName operator, TokenName name) {
        return operators.ofPrograms(MOST).stream()
                .filter(token -> token.operator().equals(operator) && token.program().filter(name::equals).isPresent())
                .findAny();
    }
}
