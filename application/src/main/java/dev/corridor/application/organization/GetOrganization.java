package dev.corridor.application.organization;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.organization.NetworkMember;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationError.OrganizationNotFound;
import dev.corridor.domain.organization.OrganizationId;

/** Reads the caller's organization, and how it is known on the network. Any other is not found. */
public interface GetOrganization {

    @Refuses(OrganizationNotFound.class)
    Result get(Command command);

    record Command(Caller caller, OrganizationId organization) {

        /** The caller's own. */
        public Command(Caller caller) {
            this(caller, caller.organization());
        }
    }

    record Result(Organization organization, NetworkMember member) {}
}
