package dev.corridor.application.organization;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.registry.Registry;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.audit.AuditAction;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationError.OrganizationNotFound;
import java.time.InstantSource;
import java.util.Map;

public final class ChangeOrganizationService implements ChangeOrganization {

    private static final AuditAction CHANGED = new AuditAction("organization.changed");

    private final Registry registry;
    private final AuditLog audit;
    private final InstantSource clock;

    public ChangeOrganizationService(Registry registry, AuditLog audit, InstantSource clock) {
        this.registry = registry;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Organization change(Command command) {
        boolean byOperator = command.caller().principal() instanceof Operator;
        if (!byOperator) {
            command.caller().requireTestKey();
        }
        return registry.decide(command.organization(), command.once(), open -> {
            var organization = open.organization();
            if (!byOperator && !isCreatedBy(command.caller(), organization)) {
                throw new BusinessException(new OrganizationNotFound(command.organization()));
            }
            var now = clock.instant();
            var changed = organization
                    .withStatus(command.status().orElse(organization.status()), now)
                    .withCryptoPayouts(command.cryptoPayoutsEnabled().orElse(organization.cryptoPayoutsEnabled()), now);
            open.record(changed);
            open.record(audit.draw(
                    organization.id(),
                    command.caller().principal(),
                    CHANGED,
                    organization.id(),
                    Map.of(
                            "status", changed.status().name(),
                            "cryptoPayoutsEnabled", Boolean.toString(changed.cryptoPayoutsEnabled())),
                    command.origin(),
                    now));
            return changed;
        });
    }

    private static boolean isCreatedBy(Caller caller, Organization organization) {
        return organization.createdBy().filter(caller.organization()::equals).isPresent();
    }
}
