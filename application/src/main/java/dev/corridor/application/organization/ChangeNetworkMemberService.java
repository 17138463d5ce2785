package dev.corridor.application.organization;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.registry.Registry;
import dev.corridor.domain.audit.AuditAction;
import dev.corridor.domain.organization.NetworkHandle;
import dev.corridor.domain.organization.NetworkMember;
import java.time.InstantSource;
import java.util.Map;

public final class ChangeNetworkMemberService implements ChangeNetworkMember {

    private static final AuditAction CHANGED = new AuditAction("organization.network_changed");

    private final Registry registry;
    private final AuditLog audit;
    private final InstantSource clock;

    public ChangeNetworkMemberService(Registry registry, AuditLog audit, InstantSource clock) {
        this.registry = registry;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public NetworkMember change(Command command) {
        var organization = command.caller().organization();
        return registry.decide(organization, command.once(), open -> {
            var changed = open.member().change(command.enabled(), command.handle(), command.showsName());
            open.record(changed);
            open.record(audit.draw(
                    organization,
                    command.caller().principal(),
                    CHANGED,
                    organization,
                    Map.of(
                            "enabled", Boolean.toString(changed.enabled()),
                            "handle", changed.handle().map(NetworkHandle::text).orElse(""),
                            "showOrganizationName", Boolean.toString(changed.showsName())),
                    command.origin(),
                    clock.instant()));
            return changed;
        });
    }
}
