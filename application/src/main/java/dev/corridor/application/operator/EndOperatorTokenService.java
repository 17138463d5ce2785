package dev.corridor.application.operator;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.operator.port.Operators;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.NotFound;
import java.time.InstantSource;
import java.util.Map;

public final class EndOperatorTokenService implements EndOperatorToken {

    private final Operators operators;
    private final AuditLog audit;
    private final InstantSource clock;

    public EndOperatorTokenService(Operators operators, AuditLog audit, InstantSource clock) {
        this.operators = operators;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void end(Command command) {
        var token = ListOperatorTokensService.find(operators, command.operator(), command.name())
                .orElseThrow(() -> new BusinessException(new NotFound("Token")));
        var record = audit.draw(
                Operator.HOUSE,
                command.by(),
                OperatorActions.TOKEN_ENDED,
                command.operator(),
                Map.of("token", command.name().value()),
                command.origin(),
                clock.instant());
        operators.endSession(token.hash(), record);
    }
}
