package dev.corridor.application.organization;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.registry.Registry;
import dev.corridor.domain.audit.AuditAction;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.organization.LetterOfAuthorization;
import dev.corridor.domain.organization.OrganizationError.AuthorizationNotFound;
import dev.corridor.domain.organization.OrganizationError.OrganizationNotFound;
import java.time.InstantSource;
import java.util.Map;

public final class RevokeAuthorizationService implements RevokeAuthorization {

    private static final AuditAction REVOKED = new AuditAction("authorization.revoked");

    private final Registry registry;
    private final AuditLog audit;
    private final InstantSource clock;

    public RevokeAuthorizationService(Registry registry, AuditLog audit, InstantSource clock) {
        this.registry = registry;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public LetterOfAuthorization revoke(Command command) {
        var caller = command.caller().organization();
        if (!caller.equals(command.granting()) && !caller.equals(command.authorized())) {
            throw new BusinessException(new Forbidden("Only a party of the authorization may revoke it."));
        }
        var notFound = new AuthorizationNotFound(command.granting(), command.authorized());
        try {
            return registry.decide(command.granting(), command.once(), open -> {
                var letter = open.letterTo(command.authorized()).orElseThrow(() -> new BusinessException(notFound));
                var now = clock.instant();
                var revoked = letter.revoked(command.reason(), now);
                open.record(revoked);
                open.record(audit.draw(
                        command.granting(),
                        command.caller().principal(),
                        REVOKED,
                        command.authorized(),
                        Map.of("reason", command.reason()),
                        command.origin(),
                        now));
                return revoked;
            });
        } catch (BusinessException refusal) {
            throw refusal.error() instanceof OrganizationNotFound ? new BusinessException(notFound) : refusal;
        }
    }
}
