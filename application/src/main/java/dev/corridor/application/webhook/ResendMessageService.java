package dev.corridor.application.webhook;

import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.registry.Registry;
import dev.corridor.application.webhook.port.Deliveries;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.webhook.Message;
import dev.corridor.domain.webhook.Redelivery;
import java.time.InstantSource;
import java.util.Map;

public final class ResendMessageService implements ResendMessage {

    private final Registry registry;
    private final Deliveries deliveries;
    private final AuditLog audit;
    private final InstantSource clock;

    public ResendMessageService(Registry registry, Deliveries deliveries, AuditLog audit, InstantSource clock) {
        this.registry = registry;
        this.deliveries = deliveries;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Message resend(Command command) {
        var caller = command.caller();
        var known = deliveries.message(caller.organization(), command.message());
        return registry.decide(caller.organization(), command.once(), open -> {
            var endpoint = open.endpoints().endpoint(command.endpoint());
            var message = known.orElseThrow(() -> new BusinessException(new NotFound("Webhook message")));
            open.record(new Redelivery.OfMessage(endpoint.id(), message.id()));
            open.record(audit.draw(
                    caller.organization(),
                    caller.principal(),
                    EndpointActions.RESENT,
                    endpoint.id(),
                    Map.of("message", message.id().toString()),
                    command.origin(),
                    clock.instant()));
            return message;
        });
    }
}
