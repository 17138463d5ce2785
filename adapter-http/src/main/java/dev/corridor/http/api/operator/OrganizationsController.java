package dev.corridor.http.api.operator;

import dev.corridor.application.audit.ListAuditRecords;
import dev.corridor.application.operator.OrganizationAct;
import dev.corridor.application.organization.ChangeOrganization;
import dev.corridor.application.organization.FindOrganizations;
import dev.corridor.application.organization.GetOrganization;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.http.access.RequestOrigin;
import dev.corridor.http.api.audit.AuditRecordResponse;
import dev.corridor.http.api.organization.OrganizationResponse;
import dev.corridor.http.edge.page.Cursor;
import dev.corridor.http.edge.page.ListResponse;
import dev.corridor.http.edge.page.PageParameters;
import dev.corridor.http.edge.route.Performs;
import io.micronaut.context.annotation.Requires;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Optional;
import java.util.function.Predicate;

/** Organizations: what they may do, and what was changed. */
@Hidden
@Requires(property = OperatorApi.PORT)
@Controller(value = OperatorApi.PATH + "/organizations", port = OperatorApi.ON_ITS_PORT)
@ExecuteOn(TaskExecutors.BLOCKING)
final class OrganizationsController {

    private static final Cursor<OrganizationId> ORGANIZATIONS = new Cursor<>("organizations", OrganizationId::parse);

    private final FindOrganizations findOrganizations;
    private final GetOrganization getOrganization;
    private final ChangeOrganization changeOrganization;
    private final ListAuditRecords listAuditRecords;

    OrganizationsController(FindOrganizations findOrganizations, GetOrganization getOrganization, ChangeOrganization changeOrganization,
            ListAuditRecords listAuditRecords) {
        this.findOrganizations = findOrganizations;
        this.getOrganization = getOrganization;
        this.changeOrganization = changeOrganization;
        this.listAuditRecords = listAuditRecords;
    }

    /** Find organizations by a part of their names, newest first. */
    @Get
    @Performs(FindOrganizations.class)
    ListResponse<OrganizationResponse> findOrganizations(OnDuty onDuty, @QueryValue @Nullable String name, @RequestBean PageParameters page) {
        var sought = Optional.ofNullable(name).map(String::strip).filter(Predicate.not(String::isEmpty));
        var found = findOrganizations.find(new FindOrganizations.Command(sought, page.toPageRequest(ORGANIZATIONS)));
        return ListResponse.of(found, OrganizationResponse::changed, Organization::id, ORGANIZATIONS);
    }

    /** Read an organization. */
    @Get("/{organizationId}")
    @Performs(GetOrganization.class)
    OrganizationResponse getOrganization(OnDuty onDuty, String organizationId) {
        var caller = onDuty.callerFor(Paths.organization(organizationId));
        return OrganizationResponse.changed(getOrganization.get(new GetOrganization.Command(caller)).organization());
    }

    /** List what was changed in an organization, newest first. */
    @Get("/{organizationId}/audit")
    @Performs(ListAuditRecords.class)
    ListResponse<AuditRecordResponse> listChanges(OnDuty onDuty, String organizationId, @RequestBean PageParameters page) {
        return Paths.records(listAuditRecords, onDuty.callerFor(Paths.organization(organizationId)), page);
    }

    /** Approve, suspend or close an organization, or allow or forbid it payouts over chains. */
    @Post("/{organizationId}/{act}")
    @Consumes(MediaType.ALL)
    @Performs(ChangeOrganization.class)
    OrganizationResponse changeOrganization(OnDuty onDuty, @RequestOrigin Origin origin, String organizationId, String act) {
        var caller = onDuty.callerFor(Paths.organization(organizationId));
        return OrganizationResponse.changed(changeOrganization.change(Paths.act(OrganizationAct.class, act).command(caller, origin)));
    }
}
