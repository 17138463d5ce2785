package dev.corridor.domain.journal;

import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.Owned;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A request of an organization, as support needs it. It has no body, no query, no header and no secret.
 *
 * @param caller the id of the key or the user
 * @param route with its variables in braces; empty if there was no such route
 * @param status of the answer
 * @param code of a refusal
 * @param outcome of a refusal
 * @param at when it was answered
 */
public record RequestRecord(
        RequestId id,
        OrganizationId organization,
        String caller,
        String method,
        String route,
        int status,
        Optional<String> code,
        Optional<String> outcome,
        Duration duration,
        Instant at)
        implements Owned {}
