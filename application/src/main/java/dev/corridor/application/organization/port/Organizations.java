package dev.corridor.application.organization.port;

import dev.corridor.domain.organization.NetworkHandle;
import dev.corridor.domain.organization.NetworkMember;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationId;
import java.util.Optional;

/** Reads organizations; their states change through the registry. */
public interface Organizations {

    Optional<Organization> find(OrganizationId id);

    /** The organization as the network knows it. */
    NetworkMember member(OrganizationId id);

    /** Whose handle it is, enabled or not. */
    Optional<NetworkMember> findMember(NetworkHandle handle);
}
