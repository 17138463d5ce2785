package dev.corridor.http.api.organization;

import dev.corridor.application.organization.ChangeNetworkMember;
import dev.corridor.application.organization.GetOrganization;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.http.access.RequestOrigin;
import dev.corridor.http.edge.idempotency.Idempotent;
import dev.corridor.http.edge.idempotency.IdempotentRequest;
import dev.corridor.http.edge.route.Authenticated;
import dev.corridor.http.edge.route.Performs;
import dev.corridor.http.edge.route.RequiresPermission;
import dev.corridor.http.edge.wire.Parameter;
import dev.corridor.http.edge.wire.Spells;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/v1/organizations")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Organizations")
final class OrganizationController {

    private final GetOrganization getOrganization;
    private final ChangeNetworkMember changeNetworkMember;

    OrganizationController(GetOrganization getOrganization, ChangeNetworkMember changeNetworkMember) {
        this.getOrganization = getOrganization;
        this.changeNetworkMember = changeNetworkMember;
    }

    /** Read the organization of your key. */
    @Get
    @Performs(GetOrganization.class)
    @RequiresPermission(Permission.ORGANIZATION_READ)
    OrganizationResponse getOwnOrganization(@Authenticated Caller caller) {
        return OrganizationResponse.found(getOrganization.get(new GetOrganization.Command(caller)));
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
        return OrganizationResponse.found(getOrganization.get(new GetOrganization.Command(caller, id)));
    }

    /** Change how your organization is known on the network, over which organizations pay each other by handle. */
    @Patch("/nxosnet")
    @Performs(ChangeNetworkMember.class)
    @RequiresPermission(Permission.ORGANIZATION_WRITE)
    NetworkSettingsResponse changeNetworkSettings(
            @Authenticated Caller caller,
            @RequestOrigin Origin origin,
            @Body NetworkSettingsRequest request,
            @Idempotent IdempotentRequest attempt) {
        return attempt.answer(NetworkSettingsResponse::of, once -> changeNetworkMember.change(request.toCommand(caller, origin, once)));
    }
}
