package dev.corridor.application.organization;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.organization.port.Organizations;
import dev.corridor.application.organization.port.Verification;
import dev.corridor.application.registry.Registry;
import dev.corridor.domain.audit.AuditAction;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.idempotency.IdempotencyKey;
import dev.corridor.domain.organization.OrganizationError.OrganizationNotFound;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

public final class StartVerificationService implements StartVerification {

    private static final AuditAction STARTED = new AuditAction("organization.verification_started");

    private final Organizations organizations;
    private final Verification verification;
    private final Registry registry;
    private final AuditLog audit;
    private final InstantSource clock;

    public StartVerificationService(
            Organizations organizations, Verification verification, Registry registry, AuditLog audit, InstantSource clock) {
        this.organizations = organizations;
        this.verification = verification;
        this.registry = registry;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public VerificationSession start(Command command) {
        var id = command.caller().organization();
        var applicant = organizations.find(id).orElseThrow(() -> new BusinessException(new OrganizationNotFound(id)));
        var session = verification.open(applicant, clock.instant());
        return registry.decide(id, Optional.<IdempotencyKey>empty(), open -> {
            var now = clock.instant();
            open.record(open.organization().submitted(now));
            open.record(audit.draw(id, command.caller().principal(), STARTED, id, Map.of(), command.origin(), now));
            return session;
        });
    }
}
