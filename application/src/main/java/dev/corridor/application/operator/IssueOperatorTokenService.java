package dev.corridor.application.operator;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.operator.port.OperatorSecrets;
import dev.corridor.application.operator.port.Operators;
import dev.corridor.application.operator.port.Operators.Change;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.operator.OperatorLogin;
import dev.corridor.domain.operator.OperatorSession;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public final class IssueOperatorTokenService implements IssueOperatorToken {

    private final Operators operators;
    private final OperatorSecrets secrets;
    private final AuditLog audit;
    private final InstantSource clock;

    public IssueOperatorTokenService(Operators operators, OperatorSecrets secrets, AuditLog audit, InstantSource clock) {
        this.operators = operators;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public LogInOperator.Result issue(Command command) {
        var known = operators.find(command.operator()).orElseThrow(() -> new BusinessException(new NotFound("Operator")));
        return operators.change(known.name(), login -> issue(login, command));
    }

    private Change<LogInOperator.Result> issue(OperatorLogin login, Command command) {
        if (login.isDisabled()) {
            throw new BusinessException(new InvalidRequest("The operator is disabled."));
        }
        if (ListOperatorTokensService.find(operators, login.name(), command.name()).isPresent()) {
            throw new BusinessException(new InvalidRequest("The operator has a token of this name already: end it first."));
        }
        var now = clock.instant();
        var token = secrets.newToken();
        var session = OperatorSession.ofProgram(token, login.name(), command.name(), command.origin().address(), now, command.lifetime());
        var details = Map.of("token", command.name().value(), "expiresAt", session.expiresAt().toString());
        var record = audit.draw(
                Operator.HOUSE, command.by(), OperatorActions.TOKEN_ISSUED, login.name(), details, command.origin(), now);
        return new Change<>(new LogInOperator.Result(session, token), login, false, Optional.of(session), List.of(record));
    }
}
