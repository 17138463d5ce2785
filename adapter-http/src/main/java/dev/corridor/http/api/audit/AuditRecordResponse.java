package dev.corridor.http.api.audit;

import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.audit.AuditRecordId;
import dev.corridor.http.edge.request.RequestId;
import dev.corridor.http.edge.wire.Literal;
import dev.corridor.http.edge.wire.OptionalText;
import dev.corridor.http.edge.wire.Spells;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.util.Map;

/**
 * An audit record.
 *
 * @param actor the id of a key or a user, {@code operator}, or of a broker {@code key_... of org_...}
 * @param action what changed and how, such as {@code api_key.locked}
 * @param subject the id of what changed
 * @param requestId absent if the change was not made over HTTP
 */
@Serdeable
public record AuditRecordResponse(
        @Literal("audit_record") String object,
        @Spells(AuditRecordId.class) String auditRecordId,
        String actor,
        String action,
        String subject,
        Map<String, String> details,
        @Nullable @Spells(RequestId.class) String requestId,
        @Nullable String address,
        @Spells(Instant.class) String createdAt) {

    public static AuditRecordResponse of(AuditRecord record) {
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
