package dev.corridor.portal.audit;

import dev.corridor.application.PageRequest;
import dev.corridor.application.audit.ListAuditRecords;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.audit.AuditFilter;
import dev.corridor.domain.audit.AuditRecordId;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.NotFound;
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

@Controller("/portal/audit")
@Produces(MediaType.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class AuditController {

    private static final Set<Permission> NEEDED = Set.of(Permission.AUDIT_READ);
    private static final AuditFilter ALL = new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty());

    private final Door door;
    private final ListAuditRecords listAuditRecords;

    AuditController(Door door, ListAuditRecords listAuditRecords) {
        this.door = door;
        this.listAuditRecords = listAuditRecords;
    }

    @Get
    HttpResponse<?> records(HttpRequest<?> request, Origin origin, @QueryValue @Nullable String after) {
        return door.show(request, origin, NEEDED, visitor -> {
            var page = new PageRequest<>(PageRequest.DEFAULT_LIMIT, Optional.ofNullable(after).map(AuditController::id));
            var records = listAuditRecords.list(new ListAuditRecords.Command(visitor.caller(), ALL, page));
            return Html.ok(output -> JterecordsGenerated.render(output, null, visitor.frame("Audit", Section.AUDIT), records));
        });
    }

    private static AuditRecordId id(String text) {
        try {
            return AuditRecordId.parse(text);
        } catch (IllegalArgumentException e) {
            throw new BusinessException(new NotFound("Record"));
        }
    }
}
