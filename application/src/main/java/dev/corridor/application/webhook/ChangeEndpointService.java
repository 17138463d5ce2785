package dev.corridor.application.webhook;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.registry.Registry;
import dev.corridor.domain.webhook.Endpoint;
import java.time.InstantSource;

public final class ChangeEndpointService implements ChangeEndpoint {

    private final Registry registry;
    private final AuditLog audit;
    private final InstantSource clock;

    public ChangeEndpointService(Registry registry, AuditLog audit, InstantSource clock) {
        this.registry = registry;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Endpoint change(Command command) {
        var caller = command.caller();
        return registry.decide(caller.organization(), command.once(), open -> {
            var endpoint = open.endpoints().endpoint(command.endpoint());
            var now = clock.instant();
            var changed = endpoint.change(command.change().apply(endpoint.terms()), now);
            open.replace(changed);
            open.record(audit.draw(
                    caller.organization(),
                    caller.principal(),
                    EndpointActions.CHANGED,
                    endpoint.id(),
                    EndpointActions.details(changed.terms()),
                    command.origin(),
                    now));
            return changed;
        });
    }
}
