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
 * Sandbox only: simulates the bank or chain, and settles or declines a LOCKED payout. Repeating the same outcome returns the transaction
 * unchanged. The opposite outcome, or a transaction that was never locked, is an invalid request.
 */
public interface EndPayout {

    @Refuses({Forbidden.class, NotFound.class, InvalidRequest.class})
    Transaction end(Command command);

    record Command(Caller caller, TransactionId transaction, Ending ending, Once<Transaction> once) {

        /** Without an idempotency key. */
        public Command(Caller caller, TransactionId transaction, Ending ending) {
            this(caller, transaction, ending, Once.eachTime());
        }
    }

    enum Ending {
        SETTLED,
        DECLINED
    }
}
