package dev.corridor.application.webhook;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.registry.Registry;
import dev.corridor.domain.webhook.Redelivery;
import java.time.InstantSource;
import java.util.Map;

public final class ReplayEventsService implements ReplayEvents {

    private final Registry registry;
    private final AuditLog audit;
    private final InstantSource clock;

    public ReplayEventsService(Registry registry, AuditLog audit, InstantSource clock) {
        this.registry = registry;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Redelivery.OfPeriod replay(Command command) {
        var caller = command.caller();
        return registry.decide(caller.organization(), command.once(), open -> {
            var endpoint = open.endpoints().endpoint(command.endpoint());
            var replay = new Redelivery.OfPeriod(endpoint.id(), command.from(), command.until());
            open.record(replay);
            open.record(audit.draw(
                    caller.organization(),
                    caller.principal(),
                    EndpointActions.REPLAYED,
                    endpoint.id(),
                    Map.of("from", command.from().toString(), "until", command.until().toString()),
                    command.origin(),
                    clock.instant()));
            return replay;
        });
    }
}
