package dev.corridor.application.organization;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.organization.port.Organizations;
import dev.corridor.application.registry.Registry;
import dev.corridor.domain.audit.AuditAction;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.organization.LetterId;
import dev.corridor.domain.organization.LetterOfAuthorization;
import dev.corridor.domain.organization.OrganizationError.OrganizationNotFound;
import dev.corridor.domain.organization.OrganizationStatus;
import java.time.InstantSource;
import java.util.Map;

public final class GrantAuthorizationService implements GrantAuthorization {

    private static final AuditAction GRANTED = new AuditAction("authorization.granted");

    private final Organizations organizations;
    private final Registry registry;
    private final AuditLog audit;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    public GrantAuthorizationService(
            Organizations organizations, Registry registry, AuditLog audit, TimeOrderedIds ids, InstantSource clock) {
        this.organizations = organizations;
        this.registry = registry;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public LetterOfAuthorization grant(Command command) {
        var granting = command.caller().organization();
        var authorized = command.authorized();
        if (authorized.equals(granting)) {
            throw new BusinessException(new Forbidden("An organization needs no authorization to act for itself."));
        }
        if (organizations.find(authorized).filter(organization -> organization.status() != OrganizationStatus.CLOSED).isEmpty()) {
            throw new BusinessException(new OrganizationNotFound(authorized));
        }
        return registry.decide(granting, command.once(), open -> {
            var now = clock.instant();
            var letter = open.letterTo(authorized)
                    .orElseGet(() -> LetterOfAuthorization.drawnUp(new LetterId(ids.next()), granting, authorized, now));
            var signed = letter.signed(now).effectiveFor(open.organization(), now);
            if (!signed.equals(letter)) {
                open.record(signed);
                open.record(audit.draw(
                        granting,
                        command.caller().principal(),
                        GRANTED,
                        authorized,
                        Map.of("status", signed.status().name()),
                        command.origin(),
                        now));
            }
            return signed;
        });
    }
}
