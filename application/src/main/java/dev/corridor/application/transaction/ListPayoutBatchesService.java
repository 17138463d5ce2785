package dev.corridor.application.transaction;

import dev.corridor.application.Page;
import dev.corridor.application.transaction.port.PayoutBatches;
import dev.corridor.domain.transaction.PayoutBatch;

public final class ListPayoutBatchesService implements ListPayoutBatches {

    private final PayoutBatches batches;

    public ListPayoutBatchesService(PayoutBatches batches) {
        this.batches = batches;
    }

    @Override
    public Page<PayoutBatch> list(Command command) {
        return batches.page(command.caller().organization(), command.page());
    }
}
