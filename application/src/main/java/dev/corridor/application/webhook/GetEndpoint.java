package dev.corridor.application.webhook;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.webhook.Endpoint;
import dev.corridor.domain.webhook.EndpointId;

/** Reads an endpoint of the caller's organization. */
public interface GetEndpoint {

    @Refuses(NotFound.class)
    Endpoint get(Command command);

    record Command(Caller caller, EndpointId endpoint) {}
}
