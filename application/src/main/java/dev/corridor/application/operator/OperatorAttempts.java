package dev.corridor.application.operator;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.operator.port.OneTimeCodes;
import dev.corridor.application.operator.port.OperatorSecrets;
import dev.corridor.application.operator.port.Operators.Change;
import dev.corridor.domain.access.Anonymous;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.access.OperatorName;
import dev.corridor.domain.access.Principal;
import dev.corridor.domain.access.SealedSecret;
import dev.corridor.domain.audit.AuditAction;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.operator.OperatorLogin;
import dev.corridor.domain.user.UserError.InvalidCredentials;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** What a login and an enrolment have in common: a code that is looked at once, a failure that counts, and the records. */
final class OperatorAttempts {

    private final OneTimeCodes codes;
    private final OperatorSecrets secrets;
    private final AuditLog audit;

    OperatorAttempts(OneTimeCodes codes, OperatorSecrets secrets, AuditLog audit) {
        this.codes = codes;
        this.secrets = secrets;
        this.audit = audit;
    }

    OptionalLong stepOf(String code, SealedSecret sealed, OperatorName operator, Instant now) {
        return codes.stepOf(code, secrets.open(sealed, operator), now);
    }

    /** Counts a wrong password or code. The result is empty: the refusal is thrown once the count is kept. */
    <R> Change<Optional<R>> failure(OperatorLogin login, Origin origin, Instant now) {
        var after = login.afterFailure(now);
        var records = new ArrayList<AuditRecord>();
        var count = Map.of("failedLogins", Integer.toString(after.lockout().failedLogins()));
        records.add(record(new Anonymous(), OperatorActions.LOGIN_FAILED, login.name(), count, origin, now));
        after.lockout()
                .lockedUntil()
                .map(until -> Map.of("lockedUntil", until.toString()))
                .ifPresent(until -> records.add(record(new Anonymous(), OperatorActions.LOCKED, login.name(), until, origin, now)));
        return new Change<>(Optional.empty(), after, false, Optional.empty(), List.copyOf(records));
    }

    AuditRecord record(Principal by, AuditAction action, OperatorName subject, Map<String, String> details, Origin origin, Instant now) {
        return audit.draw(Operator.HOUSE, by, action, subject, details, origin, now);
    }

    static BusinessException refusal() {
        return new BusinessException(new InvalidCredentials());
    }
}
