package dev.corridor.application.organization;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.organization.port.Organizations;
import dev.corridor.application.organization.port.Verification;
import dev.corridor.application.registry.Registry;
import dev.corridor.domain.audit.AuditAction;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationError.OrganizationNotFound;
import dev.corridor.domain.organization.OrganizationError.ShareTokenInvalid;
import java.time.InstantSource;
import java.util.Map;

public final class ImportVerificationService implements ImportVerification {

    private static final AuditAction IMPORTED = new AuditAction("organization.verification_imported");

    private final Organizations organizations;
    private final Verification verification;
    private final Registry registry;
    private final AuditLog audit;
    private final InstantSource clock;

    public ImportVerificationService(
            Organizations organizations, Verification verification, Registry registry, AuditLog audit, InstantSource clock) {
        this.organizations = organizations;
        this.verification = verification;
        this.registry = registry;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Organization importFrom(Command command) {
        var id = command.caller().organization();
        var applicant = organizations.find(id).orElseThrow(() -> new BusinessException(new OrganizationNotFound(id)));
        boolean isFetched = verification.fetch(applicant, command.token());
        return registry.decide(id, command.once(), open -> {
            if (!isFetched) {
                throw new BusinessException(new ShareTokenInvalid());
            }
            var now = clock.instant();
            var submitted = open.organization().submitted(now);
            open.redeem(command.token());
            open.record(submitted);
            open.record(audit.draw(id, command.caller().principal(), IMPORTED, id, Map.of(), command.origin(), now));
            return submitted;
        });
    }
}
