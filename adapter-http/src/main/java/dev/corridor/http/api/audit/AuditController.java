package dev.corridor.http.api.audit;

import dev.corridor.application.audit.ListAuditRecords;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.audit.AuditRecordId;
import dev.corridor.http.edge.page.Cursor;
import dev.corridor.http.edge.page.ListResponse;
import dev.corridor.http.edge.page.PageParameters;
import dev.corridor.http.edge.route.Authenticated;
import dev.corridor.http.edge.route.Performs;
import dev.corridor.http.edge.route.RequiresPermission;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/v1/audit")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Audit")
final class AuditController {

    private static final Cursor<AuditRecordId> RECORDS = new Cursor<>("audit", AuditRecordId::parse);

    private final ListAuditRecords listAuditRecords;

    AuditController(ListAuditRecords listAuditRecords) {
        this.listAuditRecords = listAuditRecords;
    }

    /** List changes to your organization and its keys, newest first: who, what, when, and from where. */
    @Get
    @Performs(ListAuditRecords.class)
    @RequiresPermission(Permission.AUDIT_READ)
    ListResponse<AuditRecordResponse> listAuditRecords(
            @Authenticated Caller caller, @RequestBean AuditParameters filter, @RequestBean PageParameters page) {
        var records = listAuditRecords.list(new ListAuditRecords.Command(caller, filter.toFilter(), page.toPageRequest(RECORDS)));
        return ListResponse.of(records, AuditRecordResponse::of, AuditRecord::id, RECORDS);
    }
}
