package dev.corridor.application.organization;

import dev.corridor.application.Page;
import dev.corridor.application.organization.port.Organizations;
import dev.corridor.domain.organization.Organization;

public final class FindOrganizationsService implements FindOrganizations {

    private final Organizations organizations;

    public FindOrganizationsService(Organizations organizations) {
        this.organizations = organizations;
    }

    @Override
    public Page<Organization> find(Command command) {
        return organizations.page(command.name(), command.page());
    }
}
