package dev.corridor.application.webhook;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.audit.AuditLog;
import dev.corridor.application.registry.Registry;
import dev.corridor.domain.webhook.EventType;
import dev.corridor.domain.webhook.Message;
import dev.corridor.domain.webhook.MessageId;
import dev.corridor.domain.webhook.Redelivery;
import java.time.InstantSource;
import java.util.Map;

public final class SendTestMessageService implements SendTestMessage {

    private final Registry registry;
    private final MessageBodies bodies;
    private final AuditLog audit;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    public SendTestMessageService(Registry registry, MessageBodies bodies, AuditLog audit, TimeOrderedIds ids, InstantSource clock) {
        this.registry = registry;
        this.bodies = bodies;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Message send(Command command) {
        var caller = command.caller();
        var id = new MessageId(ids.next());
        return registry.decide(caller.organization(), command.once(), open -> {
            var endpoint = open.endpoints().endpoint(command.endpoint());
            var now = clock.instant();
            var message = new Message(
                    id,
                    caller.organization(),
                    EventType.WEBHOOK_ENDPOINT_TEST,
                    id.toString(),
                    Message.NO_SEQUENCE,
                    now,
                    bodies.ofTest(endpoint, now));
            open.record(new Redelivery.OfTest(endpoint.id(), message));
            open.record(audit.draw(
                    caller.organization(),
                    caller.principal(),
                    EndpointActions.TESTED,
                    endpoint.id(),
                    Map.of("message", id.toString()),
                    command.origin(),
                    now));
            return message;
        });
    }
}
