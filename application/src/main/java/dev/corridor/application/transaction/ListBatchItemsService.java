package dev.corridor.application.transaction;

import dev.corridor.application.Page;
import dev.corridor.application.transaction.port.PayoutBatches;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.transaction.PayoutBatch.Item;

public final class ListBatchItemsService implements ListBatchItems {

    private final PayoutBatches batches;

    public ListBatchItemsService(PayoutBatches batches) {
        this.batches = batches;
    }

    @Override
    public Page<Item> list(Command command) {
        var organization = command.caller().organization();
        if (batches.find(organization, command.batch()).isEmpty()) {
            throw new BusinessException(new NotFound("Payout batch"));
        }
        return batches.items(organization, command.batch(), command.state(), command.page());
    }
}
