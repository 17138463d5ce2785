package dev.corridor.application.webhook;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.webhook.EndpointId;
import dev.corridor.domain.webhook.Message;
import dev.corridor.domain.webhook.MessageId;

/** Sends a message of the organization to an endpoint again, whether or not it was delivered, and of whatever type it is. */
public interface ResendMessage {

    @Refuses(NotFound.class)
    Message resend(Command command);

    record Command(Caller caller, EndpointId endpoint, MessageId message, Origin origin, Once<Message> once) {}
}
