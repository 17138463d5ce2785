package dev.corridor.portal.user;

import dev.corridor.application.PageRequest;
import dev.corridor.application.user.EndSession;
import dev.corridor.application.user.ListSessions;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.user.SessionId;
import dev.corridor.portal.door.Door;
import dev.corridor.portal.page.Html;
import dev.corridor.portal.page.Section;
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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

@Controller(SessionController.PATH)
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class SessionController {

    static final String PATH = "/portal/sessions";

    /** Users end their sessions at any time, so it needs no more than the right to read. */
    private static final Set<Permission> NEEDED = Set.of(Permission.ORGANIZATION_READ);

    private final Door door;
    private final ListSessions listSessions;
    private final EndSession endSession;

    SessionController(Door door, ListSessions listSessions, EndSession endSession) {
        this.door = door;
        this.listSessions = listSessions;
        this.endSession = endSession;
    }

    /** A user has no more sessions than one page takes. */
    @Get
    HttpResponse<?> sessions(HttpRequest<?> request, Origin origin) {
        return door.show(request, origin, NEEDED, visitor -> {
            var sessions = listSessions.list(
                    new ListSessions.Command(visitor.caller(), new PageRequest<>(PageRequest.MAX_LIMIT, Optional.empty())));
            var frame = visitor.frame("Sessions", Section.SESSIONS);
            return Html.ok(output -> JtesessionsGenerated.render(output, null, frame, visitor.formToken(), sessions.items()));
        });
    }

    @Post("/{sessionId}/end")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    HttpResponse<?> end(HttpRequest<?> request, Origin origin, String sessionId, @Body @Nullable Map<String, Object> fields) {
        return door.take(request, origin, fields, NEEDED, (visitor, form) -> {
            endSession.end(new EndSession.Command(visitor.caller(), id(sessionId), origin));
            return Html.redirect(PATH);
        });
    }

    private static SessionId id(String text) {
        try {
            return SessionId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new BusinessException(new NotFound("Session"));
        }
    }
}
