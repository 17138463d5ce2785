package dev.corridor.application.webhook.port;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.webhook.Endpoint;
import dev.corridor.domain.webhook.EndpointId;
import java.util.Optional;

/** The endpoints of organizations. {@link dev.corridor.application.registry.Registry} changes them. */
public interface Endpoints {

    Optional<Endpoint> find(OrganizationId organization, EndpointId id);

    Page<Endpoint> page(OrganizationId organization, PageRequest<EndpointId> request);
}
