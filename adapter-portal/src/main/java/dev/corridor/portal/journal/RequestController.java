package dev.corridor.portal.journal;

import dev.corridor.application.journal.GetRequest;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.journal.RequestId;
import dev.corridor.portal.door.Door;
import dev.corridor.portal.page.Html;
import dev.corridor.portal.page.Section;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Set;

@Controller("/portal/requests")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RequestController {

    private final Door door;
    private final GetRequest getRequest;

    RequestController(Door door, GetRequest getRequest) {
        this.door = door;
        this.getRequest = getRequest;
    }

    @Get("/{requestId}")
    HttpResponse<?> request(HttpRequest<?> request, Origin origin, String requestId) {
        return door.show(request, origin, Set.of(Permission.AUDIT_READ), visitor -> {
            var record = getRequest.get(new GetRequest.Command(visitor.caller(), id(requestId)));
            return Html.ok(output -> JterequestGenerated.render(output, null, visitor.frame("Request", Section.LOOK_UP), record));
        });
    }

    private static RequestId id(String text) {
        try {
            return RequestId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new BusinessException(new NotFound("Request"));
        }
    }
}
