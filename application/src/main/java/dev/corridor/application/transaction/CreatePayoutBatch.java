package dev.corridor.application.transaction;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.transaction.PayoutBatch;
import dev.corridor.domain.transaction.PayoutOrder;
import java.util.List;

/**
 * Takes payouts that are handed in together, all or none of them. They are decided after the answer, by {@link WorkOffBatches}, each as if it had been asked
 * for by itself; what is refused then does not touch the others. Audited.
 *
 * <p>No items, more than {@value PayoutBatch#MAX_ITEMS}, and two items with one reference are a validation error.
 */
public interface CreatePayoutBatch {

    @Refuses(ValidationError.class)
    PayoutBatch create(Command command);

    record Command(Caller caller, List<PayoutOrder> orders, Origin origin, Once<PayoutBatch> once) {

        public Command {
            orders = List.copyOf(orders);
        }
    }
}
