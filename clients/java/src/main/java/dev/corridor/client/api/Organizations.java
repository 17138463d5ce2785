package dev.corridor.client.api;

import dev.corridor.client.Request;
import dev.corridor.client.Target;
import dev.corridor.client.model.Organization;

public final class Organizations {

    private Organizations() {}

    /** Read your organization. Requires {@code organization:read}. */
    public static Request<Organization> getOrganization(String organizationId) {
        return Request.of("GET", Target.path("/v1/organizations/{organizationId}", organizationId), Organization.class);
    }
}
