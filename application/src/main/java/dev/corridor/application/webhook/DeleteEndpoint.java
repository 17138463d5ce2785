package dev.corridor.application.webhook;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.webhook.EndpointId;

/** Deletes an endpoint with what it has not received. A request that is on its way may still arrive. */
public interface DeleteEndpoint {

    @Refuses(NotFound.class)
    EndpointId delete(Command command);

    record Command(Caller caller, EndpointId endpoint, Origin origin, Once<EndpointId> once) {}
}
