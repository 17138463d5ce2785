package dev.corridor.application.registry;

import dev.corridor.application.idempotency.IdempotentDecision;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.idempotency.IdempotencyKey;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The registry of organizations, their letters of authorization, their keys and their endpoints of webhooks. A decision sees one organization with these,
 * locked, and its changes commit atomically.
 * When a decision returns that has changed what the organization, or a broker, may do, every decision on the books that began before has ended: none that
 * is kept afterwards was taken under what was allowed before.
 * Cache invalidation reaches every node within a second.
 */
public interface Registry {

    /** Adds a new organization with its first key; false without effect if the key exists. */
    boolean enrol(Organization organization, ApiKey firstKey, List<AuditRecord> records);

    /**
     * Runs a decision and returns its result once its changes are durable. If the decision throws, nothing is kept. The decision must do no
     * I/O.
     *
     * @param named loads the stored response of this request
     * @throws dev.corridor.domain.error.BusinessException if the decision refuses, or there is no such organization
     */
    <R> R decide(OrganizationId organization, Optional<IdempotencyKey> named, Function<OpenRegistry, R> decision);

    /**
     * Runs the decision at most once per idempotency key.
     *
     * @throws dev.corridor.application.idempotency.AnsweredBefore if there is a stored response
     * @throws dev.corridor.domain.error.BusinessException if the decision refuses, or the key belongs to another request
     */
    default <R> R decide(OrganizationId organization, Once<R> once, Function<OpenRegistry, R> decision) {
        if (once.request().isEmpty()) {
            return decide(organization, Optional.<IdempotencyKey>empty(), decision);
        }
        var request = once.request().get();
        return decide(organization, Optional.of(request.key()), new IdempotentDecision<>(once, request, decision)::take).orThrow();
    }
}
