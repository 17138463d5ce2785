package dev.corridor.http.api.organization;

import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.http.edge.validation.Parseable;

/** Checks the form only, not whether the organization exists. */
public final class AnOrganizationId extends Parseable {

    public AnOrganizationId() {
        super("must be an organization id (org_ and 32 lower-case hex digits)", OrganizationId.class, OrganizationId::parse);
    }
}
