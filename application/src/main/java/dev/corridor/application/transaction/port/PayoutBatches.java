package dev.corridor.application.transaction.port;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.Hold.Refusal;
import dev.corridor.domain.transaction.PayoutBatch;
import dev.corridor.domain.transaction.PayoutBatch.Item;
import dev.corridor.domain.transaction.PayoutBatch.State;
import dev.corridor.domain.transaction.PayoutBatchId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Batches of payouts, and what has become of their items. The registry adds and cancels them.
 *
 * <p>Whether an item's payout was accepted is not kept here: it was if its transaction exists. So whatever was interrupted, what is read is true.
 */
public interface PayoutBatches {

    /** A batch that is being worked off. */
    record Work(OrganizationId organization, PayoutBatchId batch, String maker) {}

    /** What was decided about an item; without a refusal, its transaction exists. */
    record Decided(int number, Optional<Refusal> refusal) {}

    Optional<PayoutBatch> find(OrganizationId organization, PayoutBatchId id);

    /** Newest first. */
    Page<PayoutBatch> page(OrganizationId organization, PageRequest<PayoutBatchId> request);

    /**
     * In the order in which they were handed in.
     *
     * @param state only those; empty for all
     */
    Page<Item> items(OrganizationId organization, PayoutBatchId id, Optional<State> state, PageRequest<Integer> request);

    /** Batches that nobody works off, for as long as the lease lasts; those that have waited longest first. Others may take them over after it. */
    List<Work> claim(Instant now, Duration lease, int limit);

    /** The first items that are not decided, and extends the lease; none if the batch was cancelled. */
    List<Item> next(Work work, Instant leasedUntil, int limit);

    void record(Work work, List<Decided> decided);

    /** Leaves the batch alone until then. */
    void postpone(Work work, Instant until);

    /** Nothing of the batch is left to decide. */
    void finish(Work work);
}
