package dev.corridor.application.operator;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.operator.port.Operators;
import dev.corridor.application.operator.port.Operators.Change;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.operator.OperatorLogin;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public final class SwitchOperatorService implements SwitchOperator {

    private final Operators operators;
    private final AuditLog audit;
    private final InstantSource clock;

    public SwitchOperatorService(Operators operators, AuditLog audit, InstantSource clock) {
        this.operators = operators;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public OperatorLogin switchTo(Command command) {
        var known = operators.find(command.name()).orElseThrow(() -> new BusinessException(new NotFound("Operator")));
        return operators.change(known.name(), login -> {
            var changed = command.enabled() ? login.enable() : login.disable();
            var action = command.enabled() ? OperatorActions.ENABLED : OperatorActions.DISABLED;
            var record = audit.draw(Operator.HOUSE, command.by(), action, command.name(), Map.of(), command.origin(), clock.instant());
            return new Change<>(changed, changed, !command.enabled(), Optional.empty(), List.of(record));
        });
    }
}
