package dev.corridor.application.organization;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.registry.OpenRegistry;
import dev.corridor.application.registry.Registry;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.audit.AuditAction;
import dev.corridor.domain.idempotency.IdempotencyKey;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.VerificationStatus;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

public final class DecideVerificationService implements DecideVerification {

    private static final AuditAction DECIDED = new AuditAction("organization.verification_decided");

    private final Registry registry;
    private final AuditLog audit;
    private final InstantSource clock;

    public DecideVerificationService(Registry registry, AuditLog audit, InstantSource clock) {
        this.registry = registry;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Organization decide(Command command) {
        return registry.decide(command.organization(), Optional.<IdempotencyKey>empty(), open -> {
            if (command.onlyIfPending() && open.organization().verification() != VerificationStatus.PENDING) {
                return open.organization();
            }
            var now = clock.instant();
            if (command.letterSigned()) {
                sign(open, now);
            }
            var decided = open.organization().withVerification(command.status(), now);
            open.record(decided);
            open.record(audit.draw(
                    decided.id(),
                    new Operator(),
                    DECIDED,
                    decided.id(),
                    Map.of(
                            "status", command.status().name(),
                            "letterSigned", Boolean.toString(command.letterSigned()),
                            "evidence", command.evidence()),
                    command.origin(),
                    now));
            return decided;
        });
    }

    private static void sign(OpenRegistry open, Instant now) {
        open.organization().createdBy().flatMap(open::letterTo).ifPresent(letter -> open.record(letter.signed(now)));
    }
}
