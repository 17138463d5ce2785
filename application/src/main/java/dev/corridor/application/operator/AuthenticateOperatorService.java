package dev.corridor.application.operator;

import dev.corridor.application.operator.port.Operators;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.operator.OperatorSession;
import dev.corridor.domain.user.UserError.TokenRevoked;
import java.time.InstantSource;

public final class AuthenticateOperatorService implements AuthenticateOperator {

    private final Operators operators;
    private final InstantSource clock;

    public AuthenticateOperatorService(Operators operators, InstantSource clock) {
        this.operators = operators;
        this.clock = clock;
    }

    @Override
    public Operator authenticate(Command command) {
        return operators.session(command.token().hash())
                .filter(session -> session.isProved() && session.isOpen(clock.instant()))
                .map(OperatorSession::operator)
                .map(Operator::named)
                .orElseThrow(() -> new BusinessException(new TokenRevoked()));
    }
}
