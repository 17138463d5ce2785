package dev.corridor.application.webhook;

import dev.corridor.application.Refuses;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.webhook.EndpointId;

/** Disables an endpoint that receives nothing, with an event and an audit record. Without effect if it is disabled or deleted. */
public interface DisableEndpoint {

    @Refuses({})
    boolean disable(Command command);

    record Command(OrganizationId organization, EndpointId endpoint) {}
}
