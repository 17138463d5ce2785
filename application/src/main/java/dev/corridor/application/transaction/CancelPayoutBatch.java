package dev.corridor.application.transaction;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.transaction.PayoutBatch;
import dev.corridor.domain.transaction.PayoutBatchId;

/**
 * What of a batch is not decided yet will not be made. Payouts that were accepted go on, and those that are being decided at this moment may still be
 * accepted. Audited. Cancelling it again, or when everything is decided, changes nothing.
 */
public interface CancelPayoutBatch {

    @Refuses(NotFound.class)
    PayoutBatch cancel(Command command);

    record Command(Caller caller, PayoutBatchId batch, Origin origin, Once<PayoutBatch> once) {}
}
