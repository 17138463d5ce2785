package dev.corridor.application.transaction;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;

public interface GetTransaction {

    @Refuses(NotFound.class)
    Transaction get(Command command);

    record Command(Caller caller, TransactionId transaction) {}
}
