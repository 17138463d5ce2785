package dev.corridor.domain.access;

import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.organization.OrganizationId;

/** The operator of the service. Has every permission and needs no key. */
public record Operator() implements Principal {

    /** The operator, acting for one organization. */
    public static Caller actingFor(OrganizationId organization, Environment environment) {
        return Caller.withFullAccess(organization, new Operator(), environment);
    }

    @Override
    public String toString() {
        return "operator";
    }
}
