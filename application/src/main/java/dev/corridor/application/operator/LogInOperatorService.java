package dev.corridor.application.operator;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.operator.port.OneTimeCodes;
import dev.corridor.application.operator.port.OperatorSecrets;
import dev.corridor.application.operator.port.Operators;
import dev.corridor.application.operator.port.Operators.Change;
import dev.corridor.application.user.port.PasswordHashes;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.access.OperatorName;
import dev.corridor.domain.operator.OperatorLogin;
import dev.corridor.domain.operator.OperatorSession;
import dev.corridor.domain.operator.SecondFactor.Enrolled;
import dev.corridor.domain.operator.SecondFactor.Invited;
import dev.corridor.domain.user.PasswordHash;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public final class LogInOperatorService implements LogInOperator {

    private final Operators operators;
    private final PasswordHashes hashes;
    private final OperatorSecrets secrets;
    private final OperatorAttempts attempts;
    private final InstantSource clock;

    public LogInOperatorService(
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

    /** The password is hashed without holding a lock; what it was compared with must be the password still when the attempt is judged. */
    @Override
    public Result logIn(Command command) {
        var found = findOpen(command.name());
        boolean matches = hashes.matches(command.password(), () -> findOpen(command.name()).map(OperatorLogin::password));
        var compared = found.map(OperatorLogin::password).orElseThrow(OperatorAttempts::refusal);
        return operators.<Optional<Result>>change(command.name(), login -> judge(login, matches, compared, command))
                .orElseThrow(OperatorAttempts::refusal);
    }

    private Optional<OperatorLogin> findOpen(OperatorName name) {
        var found = operators.find(name).filter(login -> !login.isDisabled());
        found.ifPresent(login -> login.lockout().requireOpen(clock.instant()));
        return found;
    }

    private Change<Optional<Result>> judge(OperatorLogin login, boolean matches, PasswordHash compared, Command command) {
        var now = clock.instant();
        login.lockout().requireOpen(now);
        if (login.isDisabled() || matches && !login.password().equals(compared)) {
            throw OperatorAttempts.refusal();
        }
        if (!matches) {
            return attempts.failure(login, command.origin(), now);
        }
        return switch (login.factor()) {
            case Invited invited -> offer(login, invited, command, now);
            case Enrolled enrolled -> use(login, enrolled, command, now);
        };
    }

    private Change<Optional<Result>> offer(OperatorLogin login, Invited invited, Command command, Instant now) {
        if (!invited.isOpen(now)) {
            return attempts.failure(login, command.origin(), now);
        }
        var token = secrets.newToken();
        var offered = login.offer(invited, secrets.seal(secrets.newSecret(), login.name()));
        return begun(offered, new Result(OperatorSession.unproved(token, login.name(), command.origin().address(), now), token), true, command, now);
    }

    private Change<Optional<Result>> use(OperatorLogin login, Enrolled enrolled, Command command, Instant now) {
        var step = attempts.stepOf(command.code(), enrolled.secret(), login.name(), now);
        if (step.isEmpty() || step.getAsLong() <= enrolled.lastStep()) {
            return attempts.failure(login, command.origin(), now);
        }
        var token = secrets.newToken();
        var session = OperatorSession.proved(token, login.name(), command.origin().address(), now);
        return begun(login.use(enrolled, step.getAsLong()), new Result(session, token), false, command, now);
    }

    private Change<Optional<Result>> begun(OperatorLogin login, Result result, boolean endsSessions, Command command, Instant now) {
        var details = Map.of("proved", Boolean.toString(result.session().isProved()));
        var record = attempts.record(Operator.named(login.name()), OperatorActions.LOGGED_IN, login.name(), details, command.origin(), now);
        return new Change<>(Optional.of(result), login, endsSessions, Optional.of(result.session()), List.of(record));
    }
}
