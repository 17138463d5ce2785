package dev.corridor.portal.operator;

import dev.corridor.application.PageRequest;
import dev.corridor.application.audit.ListAuditRecords;
import dev.corridor.application.operator.Act;
import dev.corridor.application.operator.OrganizationAct;
import dev.corridor.application.organization.ChangeOrganization;
import dev.corridor.application.organization.FindOrganizations;
import dev.corridor.application.organization.GetOrganization;
import dev.corridor.domain.audit.AuditFilter;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.portal.door.OnDuty;
import dev.corridor.portal.door.OperatorDoor;
import dev.corridor.portal.page.Html;
import dev.corridor.portal.page.Markup;
import dev.corridor.portal.page.OperatorSection;
import dev.corridor.portal.page.Refusal;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** All organizations: found, approved, suspended, closed, and what they may do. */
@Controller(OrganizationsController.PATH)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class OrganizationsController {

    static final String PATH = "/portal/operator/organizations";

    private static final AuditFilter ALL = new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty());

    private final OperatorDoor door;
    private final FindOrganizations findOrganizations;
    private final GetOrganization getOrganization;
    private final ChangeOrganization changeOrganization;
    private final ListAuditRecords listAuditRecords;

    OrganizationsController(
            OperatorDoor door,
            FindOrganizations findOrganizations,
            GetOrganization getOrganization,
            ChangeOrganization changeOrganization,
            ListAuditRecords listAuditRecords) {
        this.door = door;
        this.findOrganizations = findOrganizations;
        this.getOrganization = getOrganization;
        this.changeOrganization = changeOrganization;
        this.listAuditRecords = listAuditRecords;
    }

    @Get
    HttpResponse<?> organizations(HttpRequest<?> request, @QueryValue @Nullable String name, @QueryValue @Nullable String after) {
        return door.show(request, onDuty -> {
            var sought = Optional.ofNullable(name).map(String::strip).filter(Predicate.not(String::isEmpty));
            var page = new PageRequest<>(PageRequest.DEFAULT_LIMIT, Optional.ofNullable(after).map(OrganizationsController::id));
            var found = findOrganizations.find(new FindOrganizations.Command(sought, page));
            return Html.ok(output -> JteorganizationsGenerated.render(
                    output, null, onDuty.frame("Organizations", OperatorSection.ORGANIZATIONS), sought.orElse(""), found));
        });
    }

    @Get("/{organizationId}")
    HttpResponse<?> organization(HttpRequest<?> request, String organizationId) {
        return door.show(request, onDuty -> Html.ok(page(onDuty, id(organizationId), Optional.empty())));
    }

    @Post("/{organizationId}/{change}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> change(
            HttpRequest<?> request, Origin origin, String organizationId, String change, @Body @Nullable Map<String, Object> fields) {
        return door.take(request, fields, (onDuty, form) -> {
            var id = id(organizationId);
            return Answers.done(
                    () -> changeOrganization.change(command(onDuty, id, change, origin)),
                    PATH + "/" + id,
                    refusal -> page(onDuty, id, Optional.of(refusal)));
        });
    }

    private static ChangeOrganization.Command command(OnDuty onDuty, OrganizationId id, String change, Origin origin) {
        return Act.find(OrganizationAct.class, change)
                .map(act -> act.command(onDuty.callerFor(id), origin))
                .orElseThrow(() -> new BusinessException(new NotFound("Page")));
    }

    private static OrganizationId id(String text) {
        return Answers.id(OrganizationId::parse, text, "Organization");
    }

    private Markup page(OnDuty onDuty, OrganizationId id, Optional<Refusal> refusal) {
        var caller = onDuty.callerFor(id);
        var organization = getOrganization.get(new GetOrganization.Command(caller)).organization();
        var records = listAuditRecords.list(new ListAuditRecords.Command(caller, ALL, PageRequest.first())).items();
        return output -> JteorganizationGenerated.render(
                output,
                null,
                onDuty.frame(organization.name(), OperatorSection.ORGANIZATIONS),
                onDuty.formToken(),
                organization,
                records,
                refusal);
    }
}
