package dev.corridor.http.api.operator;

import dev.corridor.application.audit.ListAuditRecords;
import dev.corridor.application.operator.Act;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.audit.AuditFilter;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.audit.AuditRecordId;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.http.api.audit.AuditRecordResponse;
import dev.corridor.http.edge.page.Cursor;
import dev.corridor.http.edge.page.ListResponse;
import dev.corridor.http.edge.page.PageParameters;
import dev.corridor.http.edge.wire.Parameter;
import java.util.Optional;

/** What paths of the operator API name. */
final class Paths {

    private static final Cursor<AuditRecordId> RECORDS = new Cursor<>("audit", AuditRecordId::parse);
    private static final AuditFilter ALL = new AuditFilter(Optional.empty(), Optional.empty(), Optional.empty());

    private Paths() {}

    static OrganizationId organization(String text) {
        return Parameter.parse("organizationId", text, OrganizationId::parse);
    }

    /** The act of this word, or there is no such route. */
    static <A extends Act> A act(Class<A> kind, String word) {
        return Act.find(kind, word).orElseThrow(() -> new BusinessException(new NotFound("Route")));
    }

    static ListResponse<AuditRecordResponse> records(ListAuditRecords listAuditRecords, Caller caller, PageParameters page) {
        var records = listAuditRecords.list(new ListAuditRecords.Command(caller, ALL, page.toPageRequest(RECORDS)));
        return ListResponse.of(records, AuditRecordResponse::of, AuditRecord::id, RECORDS);
    }
}
