package dev.corridor.application.organization;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.Refuses;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationId;
import java.util.Optional;

/** Operator only: organizations, newest first. */
public interface FindOrganizations {

    @Refuses({})
    Page<Organization> find(Command command);

    /** @param name what their names contain, in capitals or not; empty for all */
    record Command(Optional<String> name, PageRequest<OrganizationId> page) {}
}
