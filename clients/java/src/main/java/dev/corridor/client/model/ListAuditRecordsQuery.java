package dev.corridor.client.model;

import java.time.Instant;
import java.util.Map;

/** Filters of {@code listAuditRecords}. */
public final class ListAuditRecordsQuery extends Members<ListAuditRecordsQuery> {

    private ListAuditRecordsQuery(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static ListAuditRecordsQuery of() {
        return new ListAuditRecordsQuery(Map.of());
    }

    @Override
    ListAuditRecordsQuery copy(Map<String, Object> values) {
        return new ListAuditRecordsQuery(values);
    }

    /** Only of this action, such as api_key.locked. */
    public ListAuditRecordsQuery action(String action) {
        return with("action", action);
    }

    /** From this moment on, ISO 8601, UTC. */
    public ListAuditRecordsQuery from(Instant from) {
        return with("from", from);
    }

    /** Before this moment, ISO 8601, UTC. */
    public ListAuditRecordsQuery to(Instant to) {
        return with("to", to);
    }
}
