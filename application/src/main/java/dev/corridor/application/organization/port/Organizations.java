package dev.corridor.application.organization.port;

import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationId;
import java.util.Optional;

public interface Organizations {

    Optional<Organization> find(OrganizationId id);
}
