package dev.corridor.application.organization;

import dev.corridor.application.organization.port.Organizations;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationError.OrganizationNotFound;
import java.util.Optional;

public final class GetOrganizationService implements GetOrganization {

    private final Organizations organizations;

    public GetOrganizationService(Organizations organizations) {
        this.organizations = organizations;
    }

    @Override
    public Organization get(Command command) {
        return Optional.of(command.organization())
                .filter(command.caller().organization()::equals)
                .flatMap(organizations::find)
                .orElseThrow(() -> new BusinessException(new OrganizationNotFound(command.organization())));
    }
}
