package dev.corridor.client.model;

import java.time.Instant;
import java.util.List;

/**
 * An endpoint without its secret.
 *
 * @param disabled whether events wait for it, because you have disabled it or because it received nothing for three days
 * @param eventTypes empty for all
 */
public record Endpoint(
        String id,
        String url,
        String description,
        boolean disabled,
        List<EventType> eventTypes,
        Instant createdAt,
        Instant updatedAt) {}
