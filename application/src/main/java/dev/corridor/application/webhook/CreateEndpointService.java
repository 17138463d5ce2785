package dev.corridor.application.webhook;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.registry.Registry;
import dev.corridor.application.webhook.port.EndpointSecrets;
import dev.corridor.domain.webhook.Endpoint;
import dev.corridor.domain.webhook.EndpointId;
import java.time.InstantSource;

public final class CreateEndpointService implements CreateEndpoint {

    private final Registry registry;
    private final EndpointSecrets secrets;
    private final AuditLog audit;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    public CreateEndpointService(Registry registry, EndpointSecrets secrets, AuditLog audit, TimeOrderedIds ids, InstantSource clock) {
        this.registry = registry;
        this.secrets = secrets;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Endpoint create(Command command) {
        var caller = command.caller();
        var id = new EndpointId(ids.next());
        var secret = secrets.seal(secrets.newSecret(), id);
        return registry.decide(caller.organization(), command.once(), open -> {
            var now = clock.instant();
            var endpoint = Endpoint.create(id, caller.organization(), command.terms(), secret, now);
            open.add(endpoint);
            open.record(audit.draw(
                    caller.organization(),
                    caller.principal(),
                    EndpointActions.CREATED,
                    id,
                    EndpointActions.details(command.terms()),
                    command.origin(),
                    now));
            return endpoint;
        });
    }
}
