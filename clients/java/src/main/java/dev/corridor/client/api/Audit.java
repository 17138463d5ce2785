package dev.corridor.client.api;

import dev.corridor.client.Listing;
import dev.corridor.client.Request;
import dev.corridor.client.Target;
import dev.corridor.client.model.AuditRecord;
import dev.corridor.client.model.ListAuditRecordsQuery;
import dev.corridor.client.model.RequestRecord;
import java.util.List;

public final class Audit {

    private Audit() {}

    /** List changes to your organization and its keys, newest first: who, what, when, and from where. Requires {@code audit:read}. */
    public static Listing<AuditRecord> listAuditRecords() {
        return Listing.of("/v1/audit", AuditRecord.class);
    }

    /** List changes to your organization and its keys, newest first: who, what, when, and from where. Requires {@code audit:read}. */
    public static Listing<AuditRecord> listAuditRecords(ListAuditRecordsQuery query) {
        return Listing.of("/v1/audit", AuditRecord.class).query(query);
    }

    /** Read what a request of yours asked for and what came of it, by the X-Request-Id of its answer. Requires {@code audit:read}. */
    public static Request<RequestRecord> getRequest(String requestId) {
        return Request.of("GET", Target.path("/v1/requests/{requestId}", requestId), RequestRecord.class);
    }
}
