package dev.corridor.portal.organization;

import dev.corridor.application.PageRequest;
import dev.corridor.application.organization.GetOrganization;
import dev.corridor.application.organization.ListAuthorizations;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.organization.LetterFilter;
import dev.corridor.domain.organization.LetterId;
import dev.corridor.portal.door.Door;
import dev.corridor.portal.page.Html;
import dev.corridor.portal.page.Section;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Optional;
import java.util.Set;

@Controller("/portal/organization")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class OrganizationController {

    private static final Set<Permission> NEEDED = Set.of(Permission.ORGANIZATION_READ);

    private final Door door;
    private final GetOrganization getOrganization;
    private final ListAuthorizations listAuthorizations;

    OrganizationController(Door door, GetOrganization getOrganization, ListAuthorizations listAuthorizations) {
        this.door = door;
        this.getOrganization = getOrganization;
        this.listAuthorizations = listAuthorizations;
    }

    @Get
    HttpResponse<?> organization(HttpRequest<?> request, Origin origin, @QueryValue @Nullable String after) {
        return door.show(request, origin, NEEDED, visitor -> {
            var caller = visitor.caller();
            var organization = getOrganization.get(new GetOrganization.Command(caller)).organization();
            var page = new PageRequest<>(PageRequest.DEFAULT_LIMIT, Optional.ofNullable(after).map(OrganizationController::id));
            var letters = listAuthorizations.list(new ListAuthorizations.Command(caller, LetterFilter.ALL, page));
            var frame = visitor.frame("Organization", Section.ORGANIZATION);
            return Html.ok(output -> JteorganizationGenerated.render(output, null, frame, organization, letters));
        });
    }

    private static LetterId id(String text) {
        try {
            return LetterId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new BusinessException(new NotFound("Authorization"));
        }
    }
}
