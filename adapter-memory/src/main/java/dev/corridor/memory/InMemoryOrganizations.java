package dev.corridor.memory;

import dev.corridor.application.organization.port.Organizations;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationId;
import java.util.Optional;

final class InMemoryOrganizations implements Organizations {

    private final Memory memory;

    InMemoryOrganizations(Memory memory) {
        this.memory = memory;
    }

    @Override
    public Optional<Organization> find(OrganizationId id) {
        synchronized (memory) {
            return Optional.ofNullable(memory.organizations.get(id));
        }
    }
}
