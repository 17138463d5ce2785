package dev.corridor.application.transaction;

import dev.corridor.application.transaction.port.PayoutBatches;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.transaction.PayoutBatch;

public final class GetPayoutBatchService implements GetPayoutBatch {

    private final PayoutBatches batches;

    public GetPayoutBatchService(PayoutBatches batches) {
        this.batches = batches;
    }

    @Override
    public PayoutBatch get(Command command) {
        return batches.find(command.caller().organization(), command.batch())
                .orElseThrow(() -> new BusinessException(new NotFound("Payout batch")));
    }
}
