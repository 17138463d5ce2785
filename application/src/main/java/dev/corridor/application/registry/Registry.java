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
 * The register of organizations and their keys. A decision sees one organization with its keys, locked, and all it records is kept, or none
 * of it. Once it is kept, every node knows within a second.
 */
public interface Registry {

    /** Enters a new organization with its first key; false, and nothing is entered, if somebody has that key already. */
    boolean enrol(Organization organization, ApiKey firstKey, List<AuditRecord> records);

    /**
     * Takes a decision and answers what it answered, once all it recorded is on disk. If the decision throws, nothing is kept. It does no input
     * or output.
     *
     * @param named the request whose earlier answer the decision must see
     * @throws dev.corridor.domain.error.BusinessException if the decision refuses, or there is no such organization
     */
    <R> R decide(OrganizationId organization, Optional<IdempotencyKey> named, Function<OpenRegistry, R> decision);

    /**
     * The same, once: a request that was answered before is not decided again.
     *
     * @throws dev.corridor.application.idempotency.AnsweredBefore if the request was answered before
     * @throws dev.corridor.domain.error.BusinessException if the decision refuses, or another request was named with the same key
     */
    default <R> R decide(OrganizationId organization, Once<R> once, Function<OpenRegistry, R> decision) {
        if (once.request().isEmpty()) {
            return decide(organization, Optional.<IdempotencyKey>empty(), decision);
        }
        var request = once.request().get();
        return decide(organization, Optional.of(request.key()), new IdempotentDecision<>(once, request, decision)::take).orThrow();
    }
}
