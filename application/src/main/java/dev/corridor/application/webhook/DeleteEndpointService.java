package dev.corridor.application.webhook;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.registry.Registry;
import dev.corridor.domain.webhook.EndpointId;
import java.time.InstantSource;
import java.util.Map;

public final class DeleteEndpointService implements DeleteEndpoint {

    private final Registry registry;
    private final AuditLog audit;
    private final InstantSource clock;

    public DeleteEndpointService(Registry registry, AuditLog audit, InstantSource clock) {
        this.registry = registry;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public EndpointId delete(Command command) {
        var caller = command.caller();
        return registry.decide(caller.organization(), command.once(), open -> {
            open.remove(command.endpoint());
            open.record(audit.draw(
                    caller.organization(),
                    caller.principal(),
                    EndpointActions.DELETED,
                    command.endpoint(),
                    Map.of(),
                    command.origin(),
                    clock.instant()));
            return command.endpoint();
        });
    }
}
