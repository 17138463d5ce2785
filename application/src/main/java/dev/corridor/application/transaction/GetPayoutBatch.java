package dev.corridor.application.transaction;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.transaction.PayoutBatch;
import dev.corridor.domain.transaction.PayoutBatchId;

/** Answers a batch, and how far it has got. */
public interface GetPayoutBatch {

    @Refuses(NotFound.class)
    PayoutBatch get(Command command);

    record Command(Caller caller, PayoutBatchId batch) {}
}
