package dev.corridor.application.organization;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationError.OrganizationNotFound;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.OrganizationStatus;
import java.util.Optional;

/**
 * Approves or closes an organization, or lets it pay out over blockchains. The operator may do so to anybody; in the sandbox an organization may
 * to those it has created, and any other looks as if it did not exist. Setting what is set already is as good as once.
 */
public interface ChangeOrganization {

    @Refuses({Forbidden.class, OrganizationNotFound.class})
    Organization change(Command command);

    /** What is empty stays as it is. */
    record Command(
            Caller caller,
            OrganizationId organization,
            Optional<OrganizationStatus> status,
            Optional<Boolean> cryptoPayoutsEnabled,
            Origin origin,
            Once<Organization> once) {}
}
