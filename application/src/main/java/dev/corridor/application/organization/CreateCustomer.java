package dev.corridor.application.organization;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.AccessError.ClientInactive;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationType;
import java.util.Map;

/**
 * Creates an organization that is a customer of the caller's: with a primary account and without a key. It is not verified, and the letter that
 * authorizes the caller's organization is not signed. Both happen in its verification. Source: the NXOS contract, section 4.
 */
public interface CreateCustomer {

    @Refuses(ClientInactive.class)
    Organization create(Command command);

    record Command(
            Caller caller, String name, OrganizationType type, Map<String, String> metadata, Origin origin, Once<Organization> once) {}
}
