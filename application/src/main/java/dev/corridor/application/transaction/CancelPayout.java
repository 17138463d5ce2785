package dev.corridor.application.transaction;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionError.PayoutNotWaiting;
import dev.corridor.domain.transaction.TransactionId;

/**
 * The organization takes a payout back that still waits, whatever for: it is DECLINED, nothing has moved, and its reference is free. Audited. Cancelling it
 * again changes nothing. A payout whose money was set aside is refused: it is on its way.
 */
public interface CancelPayout {

    @Refuses({NotFound.class, PayoutNotWaiting.class})
    Transaction cancel(Command command);

    record Command(Caller caller, TransactionId payout, Origin origin, Once<Transaction> once) {}
}
