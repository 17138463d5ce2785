package dev.corridor.application.operator;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.operator.port.OneTimeCodes;
import dev.corridor.application.operator.port.OperatorSecrets;
import dev.corridor.application.operator.port.Operators;
import dev.corridor.application.operator.port.Operators.Change;
import dev.corridor.application.user.port.PasswordHashes;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.access.SealedSecret;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.operator.OperatorLogin;
import dev.corridor.domain.operator.OperatorSession;
import dev.corridor.domain.operator.SecondFactor.Invited;
import dev.corridor.domain.user.PasswordHash;
import dev.corridor.domain.user.UserError.TokenRevoked;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public final class EnrolOperatorService implements EnrolOperator {

    private final Operators operators;
    private final PasswordHashes hashes;
    private final OperatorSecrets secrets;
    private final OperatorAttempts attempts;
    private final InstantSource clock;

    public EnrolOperatorService(
            Operators operators,
            PasswordHashes hashes,
            OneTimeCodes codes,
            OperatorSecrets secrets,
            AuditLog audit,
            InstantSource clock) {
        this.operators = operators;
        this.hashes = hashes;
        this.secrets = secrets;
        this.attempts = new OperatorAttempts(codes, secrets, audit);
        this.clock = clock;
    }

    @Override
    public LogInOperator.Result enrol(Command command) {
        var operator = requireSession(command, clock.instant()).operator();
        var chosen = hashes.hash(command.chosen());
        return operators.<Optional<LogInOperator.Result>>change(operator, login -> judge(login, chosen, command))
                .orElseThrow(OperatorAttempts::refusal);
    }

    private OperatorSession requireSession(Command command, Instant now) {
        return operators.session(command.token().hash())
                .filter(session -> !session.isProved() && session.isOpen(now))
                .orElseThrow(() -> new BusinessException(new TokenRevoked()));
    }

    /** The session is looked for again under the lock: a login or an invitation since then has ended it, and with it the secret that it was shown. */
    private Change<Optional<LogInOperator.Result>> judge(OperatorLogin login, PasswordHash chosen, Command command) {
        var now = clock.instant();
        requireSession(command, now);
        login.lockout().requireOpen(now);
        var secret = offered(login).orElseThrow(() -> new BusinessException(new TokenRevoked()));
        var step = attempts.stepOf(command.code(), secret, login.name(), now);
        if (step.isEmpty()) {
            return attempts.failure(login, command.origin(), now);
        }
        var token = secrets.newToken();
        var session = OperatorSession.proved(token, login.name(), command.origin().address(), now);
        var record = attempts.record(
                Operator.named(login.name()), OperatorActions.ENROLLED, login.name(), Map.of(), command.origin(), now);
        return new Change<>(
                Optional.of(new LogInOperator.Result(session, token)),
                login.enrol(chosen, secret, step.getAsLong()),
                true,
                Optional.of(session),
                List.of(record));
    }

    private static Optional<SealedSecret> offered(OperatorLogin login) {
        return login.factor() instanceof Invited invited ? invited.secret() : Optional.empty();
    }
}
