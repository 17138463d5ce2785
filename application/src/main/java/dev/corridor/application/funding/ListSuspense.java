package dev.corridor.application.funding;

import dev.corridor.application.Refuses;
import dev.corridor.domain.funding.Receipt.Suspended;
import java.util.List;

/** Operator only: what has arrived and is in no account, the oldest first. */
public interface ListSuspense {

    @Refuses({})
    List<Suspended> list(Command command);

    /** @param limit the most receipts */
    record Command(int limit) {}
}
