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
 * Changes an organization's status or its permission for crypto payouts. The operator may change any organization. In the sandbox an
 * organization may change those it created; any other is not found. Idempotent.
 */
public interface ChangeOrganization {

    @Refuses({Forbidden.class, OrganizationNotFound.class})
    Organization change(Command command);

    /** Empty fields stay unchanged. */
    record Command(
            Caller caller,
            OrganizationId organization,
            Optional<OrganizationStatus> status,
            Optional<Boolean> cryptoPayoutsEnabled,
            Origin origin,
            Once<Organization> once) {}
}
