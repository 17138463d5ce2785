package dev.corridor.application.webhook;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.webhook.Endpoint;
import dev.corridor.domain.webhook.EndpointTerms;
import dev.corridor.domain.webhook.WebhookError.WebhookEndpointLimitReached;

/** Creates an endpoint, which receives what happens from now on. A repeat without an idempotency key creates another one. */
public interface CreateEndpoint {

    @Refuses(WebhookEndpointLimitReached.class)
    Endpoint create(Command command);

    record Command(Caller caller, EndpointTerms terms, Origin origin, Once<Endpoint> once) {}
}
