package dev.corridor.application.organization.port;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.domain.organization.NetworkHandle;
import dev.corridor.domain.organization.NetworkMember;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationId;
import java.util.List;
import java.util.Optional;

/** Reads organizations; their states change through the registry. */
public interface Organizations {

    Optional<Organization> find(OrganizationId id);

    /** The organization as the network knows it. */
    NetworkMember member(OrganizationId id);

    /** Whose handle it is, enabled or not. */
    Optional<NetworkMember> findMember(NetworkHandle handle);

    /** @param name what their names contain, in capitals or not; empty for all */
    Page<Organization> page(Optional<String> name, PageRequest<OrganizationId> request);

    /**
     * Organizations whose verification is pending, in the order of their ids.
     *
     * @param after the last of those before; empty for the first
     */
    List<Organization> pendingVerification(Optional<OrganizationId> after, int limit);
}
