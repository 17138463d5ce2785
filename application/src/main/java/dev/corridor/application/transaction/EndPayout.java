package dev.corridor.application.transaction;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;

/**
 * Sandbox only: plays the bank or the chain and settles or declines a LOCKED payout. Asking for the same ending again answers the transaction
 * as it is; asking for the other one, or to end what was never locked, is an invalid request.
 */
public interface EndPayout {

    @Refuses({Forbidden.class, NotFound.class, InvalidRequest.class})
    Transaction end(Command command);

    record Command(Caller caller, TransactionId transaction, Ending ending, Once<Transaction> once) {

        /** Takes effect each time it is asked. */
        public Command(Caller caller, TransactionId transaction, Ending ending) {
            this(caller, transaction, ending, Once.eachTime());
        }
    }

    enum Ending {
        SETTLED,
        DECLINED
    }
}
