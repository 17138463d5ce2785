package dev.corridor.application.webhook;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.webhook.Endpoint;
import dev.corridor.domain.webhook.EndpointId;

/**
 * Gives an endpoint a new secret. For {@link Endpoint#OVERLAP}, messages are signed with the old secret too; one before that stops at once. Not
 * idempotent.
 */
public interface RotateEndpointSecret {

    @Refuses(NotFound.class)
    Endpoint rotate(Command command);

    record Command(Caller caller, EndpointId endpoint, Origin origin, Once<Endpoint> once) {}
}
