package dev.corridor.application.operator;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.operator.port.OperatorSecrets;
import dev.corridor.application.operator.port.Operators;
import dev.corridor.application.operator.port.Operators.Change;
import dev.corridor.application.user.port.PasswordHashes;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.audit.AuditAction;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.operator.OperatorLogin;
import dev.corridor.domain.operator.SecondFactor.Invited;
import dev.corridor.domain.user.PasswordHash;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

public final class InviteOperatorService implements InviteOperator {

    private final Operators operators;
    private final PasswordHashes hashes;
    private final OperatorSecrets secrets;
    private final AuditLog audit;
    private final InstantSource clock;

    public InviteOperatorService(Operators operators, PasswordHashes hashes, OperatorSecrets secrets, AuditLog audit, InstantSource clock) {
        this.operators = operators;
        this.hashes = hashes;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Invitation invite(Command command) {
        var now = clock.instant();
        var first = secrets.newPassword();
        var hash = hashes.hash(first);
        if (command.again()) {
            inviteAgain(command, hash, now);
        } else {
            add(command, hash, now);
        }
        return new Invitation(command.name(), first, now.plus(Invited.DURATION));
    }

    private void add(Command command, PasswordHash hash, Instant now) {
        if (!operators.add(OperatorLogin.invite(command.name(), hash, now), record(command, OperatorActions.INVITED, now))) {
            throw new BusinessException(new InvalidRequest("There is an operator of this name already."));
        }
    }

    private void inviteAgain(Command command, PasswordHash hash, Instant now) {
        var known = operators.find(command.name()).orElseThrow(() -> new BusinessException(new NotFound("Operator")));
        var record = record(command, OperatorActions.INVITED_AGAIN, now);
        operators.change(known.name(), login -> new Change<>(
                login, login.inviteAgain(hash, now), true, Optional.empty(), List.of(record)));
    }

    private AuditRecord record(Command command, AuditAction action, Instant now) {
        return audit.draw(Operator.HOUSE, command.by(), action, command.name(), Map.of(), command.origin(), now);
    }
}
