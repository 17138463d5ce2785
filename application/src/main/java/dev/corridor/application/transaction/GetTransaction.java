package dev.corridor.application.transaction;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.transaction.Dispatch;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import java.util.Optional;

public interface GetTransaction {

    @Refuses(NotFound.class)
    Result get(Command command);

    record Command(Caller caller, TransactionId transaction) {}

    /** @param dispatch how far a payout has got on its way; empty for what is sent over no rail */
    record Result(Transaction transaction, Optional<Dispatch> dispatch) {}
}
