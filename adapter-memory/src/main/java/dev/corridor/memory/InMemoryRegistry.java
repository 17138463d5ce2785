package dev.corridor.memory;

import dev.corridor.application.registry.OpenRegistry;
import dev.corridor.application.registry.Registry;
import dev.corridor.domain.access.ApiKey;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.feed.Event.ApiKeyEvent;
import dev.corridor.domain.feed.Event.EndpointDisabledEvent;
import dev.corridor.domain.feed.Event.VerificationEvent;
import dev.corridor.domain.idempotency.IdempotencyKey;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.organization.OrganizationError.OrganizationNotFound;
import dev.corridor.domain.organization.OrganizationError.ShareTokenInvalid;
import dev.corridor.domain.organization.OrganizationId;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Serializes all decisions by one lock. */
final class InMemoryRegistry implements Registry {

    private final Memory memory;
    private final InMemoryDeliveries deliveries;

    InMemoryRegistry(Memory memory, InMemoryDeliveries deliveries) {
        this.memory = memory;
        this.deliveries = deliveries;
    }

    @Override
    public boolean enrol(Organization organization, ApiKey firstKey, List<AuditRecord> records) {
        synchronized (memory) {
            if (memory.keysBySecret.containsKey(firstKey.secret().hash())) {
                return false;
            }
            memory.organizations.put(organization.id(), organization);
            memory.put(firstKey);
            memory.auditRecords.addAll(records);
            return true;
        }
    }

    @Override
    public <R> R decide(OrganizationId organization, Optional<IdempotencyKey> named, Function<OpenRegistry, R> decision) {
        synchronized (memory) {
            var found = Optional.ofNullable(memory.organizations.get(organization))
                    .orElseThrow(() -> new BusinessException(new OrganizationNotFound(organization)));
            var open = new OpenRegistry(
                    found,
                    memory.member(organization),
                    memory.lettersOf(organization),
                    memory.keysOf(organization).toList(),
                    memory.endpointsOf(organization),
                    named.map(memory.answers::get));
            var answer = decision.apply(open);
            var changes = open.changes();
            changes.redeemed().filter(token -> !memory.redeemedTokens.add(token)).ifPresent(token -> {
                throw new BusinessException(new ShareTokenInvalid());
            });
            changes.member().ifPresent(memory::put);
            changes.organization().ifPresent(changed -> memory.organizations.put(changed.id(), changed));
            changes.letters().forEach(letter -> memory.letters.put(letter.id(), letter));
            changes.founded().forEach(this::found);
            changes.verificationReaders().forEach(
                    reader -> memory.events.add(new VerificationEvent(memory.horizon++, reader, open.organization())));
            changes.keys().forEach(changed -> memory.put(changed.key()));
            changes.keys().forEach(changed -> memory.events.add(
                    new ApiKeyEvent(memory.horizon++, changed.key(), changed.change(), changed.key().updatedAt())));
            changes.endpoints().forEach(endpoint -> memory.endpoints.put(endpoint.id(), endpoint));
            changes.removedEndpoints().forEach(memory.endpoints::remove);
            deliveries.open(changes.endpoints());
            deliveries.close(changes.removedEndpoints());
            changes.redeliveries().forEach(deliveries::record);
            changes.deadEndpoints().forEach(endpoint -> memory.events.add(
                    new EndpointDisabledEvent(memory.horizon++, endpoint, endpoint.updatedAt())));
            changes.newBatches().forEach(added -> memory.payoutBatches.put(
                    added.batch().id(), new InMemoryPayoutBatches.Kept(added.batch(), added.items())));
            changes.cancelledBatches().forEach(batch -> memory.payoutBatches.get(batch.id()).cancel(batch.cancelledAt().orElseThrow()));
            memory.auditRecords.addAll(changes.records());
            changes.answers().forEach(written -> memory.answers.put(written.key(), written));
            return answer;
        }
    }

    private void found(OpenRegistry.Founded customer) {
        memory.organizations.put(customer.organization().id(), customer.organization());
        memory.accounts.put(customer.primaryAccount().id(), customer.primaryAccount());
        memory.letters.put(customer.letter().id(), customer.letter());
        memory.auditRecords.add(customer.record());
    }
}
