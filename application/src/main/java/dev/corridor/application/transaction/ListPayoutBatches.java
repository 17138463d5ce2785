package dev.corridor.application.transaction;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.transaction.PayoutBatch;
import dev.corridor.domain.transaction.PayoutBatchId;

/** Lists the batches of the caller's organization, newest first. */
public interface ListPayoutBatches {

    @Refuses({})
    Page<PayoutBatch> list(Command command);

    record Command(Caller caller, PageRequest<PayoutBatchId> page) {}
}
