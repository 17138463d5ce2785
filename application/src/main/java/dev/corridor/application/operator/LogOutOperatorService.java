package dev.corridor.application.operator;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.operator.port.Operators;
import dev.corridor.domain.access.Operator;
import java.time.InstantSource;
import java.util.Map;

public final class LogOutOperatorService implements LogOutOperator {

    private final Operators operators;
    private final AuditLog audit;
    private final InstantSource clock;

    public LogOutOperatorService(Operators operators, AuditLog audit, InstantSource clock) {
        this.operators = operators;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public void logOut(Command command) {
        var record = audit.draw(
                Operator.HOUSE, command.by(), OperatorActions.LOGGED_OUT, command.by(), Map.of(), command.origin(), clock.instant());
        operators.endSession(command.token().hash(), record);
    }
}
