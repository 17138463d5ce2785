package dev.corridor.domain.access;

import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.organization.OrganizationId;

/** Whoever runs the service. Comes with no key, and may do everything. */
public record Operator() implements Principal {

    /** The operator, acting on an organization's things. */
    public static Caller actingFor(OrganizationId organization, Environment environment) {
        return Caller.withFullAccess(organization, new Operator(), environment);
    }

    @Override
    public String toString() {
        return "operator";
    }
}
