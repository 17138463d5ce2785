package dev.corridor.application.webhook;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.registry.Registry;
import dev.corridor.application.webhook.port.EndpointSecrets;
import dev.corridor.domain.webhook.Endpoint;
import java.time.InstantSource;
import java.util.Map;

public final class RotateEndpointSecretService implements RotateEndpointSecret {

    private final Registry registry;
    private final EndpointSecrets secrets;
    private final AuditLog audit;
    private final InstantSource clock;

    public RotateEndpointSecretService(Registry registry, EndpointSecrets secrets, AuditLog audit, InstantSource clock) {
        this.registry = registry;
        this.secrets = secrets;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Endpoint rotate(Command command) {
        var caller = command.caller();
        var secret = secrets.seal(secrets.newSecret(), command.endpoint());
        return registry.decide(caller.organization(), command.once(), open -> {
            var now = clock.instant();
            var rotated = open.endpoints().endpoint(command.endpoint()).rotate(secret, now);
            open.replace(rotated);
            open.record(audit.draw(
                    caller.organization(),
                    caller.principal(),
                    EndpointActions.ROTATED,
                    rotated.id(),
                    Map.of(),
                    command.origin(),
                    now));
            return rotated;
        });
    }
}
