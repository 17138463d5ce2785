package dev.corridor.http.api.organization;

import dev.corridor.application.organization.GetOrganization;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.http.edge.route.Authenticated;
import dev.corridor.http.edge.route.Performs;
import dev.corridor.http.edge.route.RequiresPermission;
import dev.corridor.http.edge.wire.Parameter;
import dev.corridor.http.edge.wire.Spells;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/v1/organizations")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Organizations")
final class OrganizationController {

    private final GetOrganization getOrganization;

    OrganizationController(GetOrganization getOrganization) {
        this.getOrganization = getOrganization;
    }

    /**
     * Read your organization.
     *
     * @param organizationId your own; all others are reported as not found
     */
    @Get("/{organizationId}")
    @Performs(GetOrganization.class)
    @RequiresPermission(Permission.ORGANIZATION_READ)
    OrganizationResponse getOrganization(@Authenticated Caller caller, @Spells(OrganizationId.class) String organizationId) {
        var id = Parameter.parse("organizationId", organizationId, OrganizationId::parse);
        return OrganizationResponse.of(getOrganization.get(new GetOrganization.Command(caller, id)));
    }
}
