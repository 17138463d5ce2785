package dev.corridor.application.organization;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationError.OrganizationNotFound;
import dev.corridor.domain.organization.OrganizationId;

/** Reads the caller's organization. Any other is not found. */
public interface GetOrganization {

    @Refuses(OrganizationNotFound.class)
    Organization get(Command command);

    record Command(Caller caller, OrganizationId organization) {}
}
