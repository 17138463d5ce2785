package dev.corridor.client.model;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An audit record.
 *
 * @param actor a key's id, or {@code operator}
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
