package dev.corridor.memory;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.webhook.port.Endpoints;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.webhook.Endpoint;
import dev.corridor.domain.webhook.EndpointId;
import java.util.Optional;

final class InMemoryEndpoints implements Endpoints {

    private final Memory memory;

    InMemoryEndpoints(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Optional<Endpoint> find(OrganizationId organization, EndpointId id) {
        synchronized (memory) {
            return Optional.ofNullable(memory.endpoints.get(id)).filter(organization::owns);
        }
    }

    @Override
    public Page<Endpoint> page(OrganizationId organization, PageRequest<EndpointId> request) {
        synchronized (memory) {
            return Memory.page(
                    organization, memory.endpoints.values(), endpoint -> true, endpoint -> endpoint.id().uuid(), request.map(EndpointId::uuid));
        }
    }
}
