package dev.corridor.application.operator;

import dev.corridor.application.operator.port.OperatorSecrets;
import dev.corridor.application.operator.port.Operators;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.operator.OperatorLogin;
import dev.corridor.domain.operator.OperatorSession;
import dev.corridor.domain.operator.SecondFactor.Invited;
import dev.corridor.domain.user.UserError.TokenRevoked;
import java.time.InstantSource;
import java.util.Optional;

public final class GetEnrolmentService implements GetEnrolment {

    private final Operators operators;
    private final OperatorSecrets secrets;
    private final InstantSource clock;

    public GetEnrolmentService(Operators operators, OperatorSecrets secrets, InstantSource clock) {
        this.operators = operators;
        this.secrets = secrets;
        this.clock = clock;
    }

    @Override
    public Enrolment get(Command command) {
        return operators.session(command.token().hash())
                .filter(session -> !session.isProved() && session.isOpen(clock.instant()))
                .map(OperatorSession::operator)
                .flatMap(operators::find)
                .flatMap(this::enrolment)
                .orElseThrow(() -> new BusinessException(new TokenRevoked()));
    }

    private Optional<Enrolment> enrolment(OperatorLogin login) {
        return login.factor() instanceof Invited invited
                ? invited.secret().map(sealed -> new Enrolment(login.name(), secrets.open(sealed, login.name())))
                : Optional.empty();
    }
}
