package dev.corridor.http.api.audit;

import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.http.edge.wire.OptionalText;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.util.Map;

/**
 * A record of a change on the wire.
 *
 * @param actor who made it: the id of a key, or {@code operator}
 * @param action the kind of thing, a dot, and what became of it, such as {@code api_key.locked}
 * @param subject what was changed, by its id
 * @param requestId absent if it was not asked for over HTTP
 */
@Serdeable
record AuditRecordResponse(
        String object,
        String auditRecordId,
        String actor,
        String action,
        String subject,
        Map<String, String> details,
        @Nullable String requestId,
        @Nullable String address,
        String createdAt) {

    static AuditRecordResponse of(AuditRecord record) {
        return new AuditRecordResponse(
                "audit_record",
                record.id().toString(),
                record.actor(),
                record.action().name(),
                record.subject(),
                record.details(),
                OptionalText.orNull(record.origin().requestId()),
                OptionalText.orNull(record.origin().address()),
                Timestamp.format(record.at()));
    }
}
