package dev.corridor.application.organization;

import dev.corridor.application.organization.port.Organizations;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.organization.OrganizationError.OrganizationNotFound;
import java.util.Optional;

public final class GetOrganizationService implements GetOrganization {

    private final Organizations organizations;

    public GetOrganizationService(Organizations organizations) {
        this.organizations = organizations;
    }

    @Override
    public Result get(Command command) {
        return Optional.of(command.organization())
                .filter(command.caller().organization()::equals)
                .flatMap(organizations::find)
                .map(found -> new Result(found, organizations.member(found.id())))
                .orElseThrow(() -> new BusinessException(new OrganizationNotFound(command.organization())));
    }
}
