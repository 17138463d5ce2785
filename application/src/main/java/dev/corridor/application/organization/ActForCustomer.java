package dev.corridor.application.organization;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.organization.OrganizationError.AuthorizationRequired;
import dev.corridor.domain.organization.OrganizationId;

/**
 * Lets a broker act for an organization that has granted it a letter of authorization. What changes money checks the letter again, inside its
 * decision. Source: the NXOS contract, section 4.
 */
public interface ActForCustomer {

    @Refuses(AuthorizationRequired.class)
    Caller act(Command command);

    /** @param whilePending whether a letter that has not taken effect yet is enough, as it is for the verification that it waits for */
    record Command(Caller caller, OrganizationId customer, boolean whilePending) {}
}
