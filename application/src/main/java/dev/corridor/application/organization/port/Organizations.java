package dev.corridor.application.organization.port;

import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationId;
import java.util.Optional;

/** Reads organizations; their states change through the registry. */
public interface Organizations {

    Optional<Organization> find(OrganizationId id);
}
