package dev.corridor.memory;

import dev.corridor.application.organization.port.Organizations;
import dev.corridor.domain.organization.NetworkHandle;
import dev.corridor.domain.organization.NetworkMember;
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

    @Override
    public NetworkMember member(OrganizationId id) {
        synchronized (memory) {
            return memory.member(id);
        }
    }

    @Override
    public Optional<NetworkMember> findMember(NetworkHandle handle) {
        synchronized (memory) {
            return memory.members.values().stream().filter(member -> member.handle().filter(handle::equals).isPresent()).findAny();
        }
    }
}
