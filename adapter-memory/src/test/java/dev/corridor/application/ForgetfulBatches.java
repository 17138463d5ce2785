package dev.corridor.application;

import dev.corridor.application.transaction.port.PayoutBatches;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.PayoutBatch;
import dev.corridor.domain.transaction.PayoutBatch.Item;
import dev.corridor.domain.transaction.PayoutBatch.State;
import dev.corridor.domain.transaction.PayoutBatchId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Fails when it is to keep what was decided. */
record ForgetfulBatches(PayoutBatches batches) implements PayoutBatches {

    @Override
    public Optional<PayoutBatch> find(OrganizationId organization, PayoutBatchId id) {
        return batches.find(organization, id);
    }

    @Override
    public Page<PayoutBatch> page(OrganizationId organization, PageRequest<PayoutBatchId> request) {
        return batches.page(organization, request);
    }

    @Override
    public Page<Item> items(OrganizationId organization, PayoutBatchId id, Optional<State> state, PageRequest<Integer> request) {
        return batches.items(organization, id, state, request);
    }

    @Override
    public List<Work> claim(Instant now, Duration lease, int limit) {
        return batches.claim(now, lease, limit);
    }

    @Override
    public List<Item> next(Work work, Instant leasedUntil, int limit) {
        return batches.next(work, leasedUntil, limit);
    }

    @Override
    public void record(Work work, List<Decided> decided) {
        throw new IllegalStateException("killed");
    }

    @Override
    public void postpone(Work work, Instant until) {
        batches.postpone(work, until);
    }

    @Override
    public void finish(Work work) {
        batches.finish(work);
    }
}
