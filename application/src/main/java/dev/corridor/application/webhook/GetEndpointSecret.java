package dev.corridor.application.webhook;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.webhook.EndpointId;
import dev.corridor.domain.webhook.WebhookSecret;

/** Reads the secret that signs an endpoint's messages. */
public interface GetEndpointSecret {

    @Refuses(NotFound.class)
    WebhookSecret get(Command command);

    record Command(Caller caller, EndpointId endpoint) {}
}
