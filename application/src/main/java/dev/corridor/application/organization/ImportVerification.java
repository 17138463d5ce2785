package dev.corridor.application.organization;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationError.OrganizationNotFound;
import dev.corridor.domain.organization.OrganizationError.ShareTokenInvalid;
import dev.corridor.domain.organization.ShareToken;

/**
 * Takes over what the caller's organization has handed in elsewhere. Its verification becomes PENDING. A token works once. Source: the NXOS contract,
 * section 4.
 */
public interface ImportVerification {

    @Refuses({OrganizationNotFound.class, ShareTokenInvalid.class})
    Organization importFrom(Command command);

    record Command(Caller caller, ShareToken token, Origin origin, Once<Organization> once) {}
}
