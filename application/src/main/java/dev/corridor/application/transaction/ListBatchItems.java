package dev.corridor.application.transaction;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.transaction.PayoutBatch.Item;
import dev.corridor.domain.transaction.PayoutBatch.State;
import dev.corridor.domain.transaction.PayoutBatchId;
import java.util.Optional;

/** Lists the items of a batch with what has become of each, in the order in which they were handed in. */
public interface ListBatchItems {

    @Refuses(NotFound.class)
    Page<Item> list(Command command);

    /** @param state only those; empty for all */
    record Command(Caller caller, PayoutBatchId batch, Optional<State> state, PageRequest<Integer> page) {}
}
