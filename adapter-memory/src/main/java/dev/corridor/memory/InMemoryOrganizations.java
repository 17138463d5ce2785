package dev.corridor.memory;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.organization.port.Organizations;
import dev.corridor.domain.organization.NetworkHandle;
import dev.corridor.domain.organization.NetworkMember;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.VerificationStatus;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

final class InMemoryOrganizations implements Organizations {

    private static final Comparator<Organization> BY_ID = Comparator.comparing(organization -> organization.id().toString());

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

    @Override
    public Page<Organization> page(Optional<String> name, PageRequest<OrganizationId> request) {
        var sought = name.orElse("").toLowerCase(Locale.ROOT);
        synchronized (memory) {
            return Page.of(
                    memory.organizations.values().stream()
                            .filter(organization -> organization.name().toLowerCase(Locale.ROOT).contains(sought))
                            .sorted(BY_ID.reversed())
                            .filter(organization -> request.after().stream()
                                    .allMatch(id -> organization.id().toString().compareTo(id.toString()) < 0))
                            .limit(request.limit() + 1L)
                            .toList(),
                    request.limit());
        }
    }

    @Override
    public List<Organization> pendingVerification(Optional<OrganizationId> after, int limit) {
        synchronized (memory) {
            return memory.organizations.values().stream()
                    .filter(organization -> organization.verification() == VerificationStatus.PENDING)
                    .sorted(BY_ID)
                    .filter(organization -> after.filter(id -> organization.id().toString().compareTo(id.toString()) <= 0).isEmpty())
                    .limit(limit)
                    .toList();
        }
    }
}
