package dev.corridor.application.webhook;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.webhook.EndpointId;
import dev.corridor.domain.webhook.Message;

/** Sends an endpoint a message about itself, whatever types it subscribes to. If it is disabled, the message waits. */
public interface SendTestMessage {

    @Refuses(NotFound.class)
    Message send(Command command);

    record Command(Caller caller, EndpointId endpoint, Origin origin, Once<Message> once) {}
}
