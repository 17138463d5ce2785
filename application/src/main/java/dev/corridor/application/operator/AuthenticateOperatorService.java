package dev.corridor.application.operator;

import dev.corridor.application.access.UnknownKeys;
import dev.corridor.application.operator.port.Operators;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.operator.OperatorSession;
import dev.corridor.domain.user.UserError.TokenRevoked;
import java.time.InstantSource;

public final class AuthenticateOperatorService implements AuthenticateOperator {

    private final Operators operators;
    private final UnknownKeys unknownKeys;
    private final InstantSource clock;

    public AuthenticateOperatorService(Operators operators, UnknownKeys unknownKeys, InstantSource clock) {
        this.operators = operators;
        this.unknownKeys = unknownKeys;
        this.clock = clock;
    }

    @Override
    public OperatorSession authenticate(Command command) {
        command.from().ifPresent(unknownKeys::requireFewFrom);
        return operators.session(command.token().hash())
                .filter(session -> session.isProved() && session.isOpen(clock.instant()))
                .orElseThrow(() -> refusal(command));
    }

    private BusinessException refusal(Command command) {
        var refusal = new TokenRevoked();
        return command.from().map(from -> unknownKeys.refusal(refusal, from)).orElseGet(() -> new BusinessException(refusal));
    }
}
