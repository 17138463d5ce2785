package dev.corridor.client.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An audit record.
 *
 * @param actor the id of a key or a user, {@code operator}, or of a broker {@code key_... of org_...}
 * @param action what changed and how, such as {@code api_key.locked}
 * @param subject the id of what changed
 * @param requestId absent if the change was not made over HTTP
 */
public record AuditRecord(
        String auditRecordId,
        String actor,
        String action,
        String subject,
        Map<String, String> details,
        Optional<String> requestId,
        Optional<String> address,
        Instant createdAt) {}
