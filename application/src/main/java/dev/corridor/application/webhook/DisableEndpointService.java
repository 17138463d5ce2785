package dev.corridor.application.webhook;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.registry.Registry;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.audit.Origin;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

public final class DisableEndpointService implements DisableEndpoint {

    private final Registry registry;
    private final AuditLog audit;
    private final InstantSource clock;

    public DisableEndpointService(Registry registry, AuditLog audit, InstantSource clock) {
        this.registry = registry;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public boolean disable(Command command) {
        return registry.decide(command.organization(), Optional.empty(), open -> {
            var endpoint = open.endpoints().find(command.endpoint()).filter(found -> !found.isDisabled());
            var now = clock.instant();
            endpoint.ifPresent(dead -> {
                open.giveUp(dead.disable(now));
                open.record(audit.draw(
                        command.organization(), new Operator(), EndpointActions.DISABLED, dead.id(), Map.of(), Origin.CONSOLE, now));
            });
            return endpoint.isPresent();
        });
    }
}
