package dev.corridor.application.transaction;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountError.InsufficientFunds;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionError.TransactionAlreadyReversed;
import dev.corridor.domain.transaction.TransactionError.TransactionNotReversible;
import dev.corridor.domain.transaction.TransactionId;

/**
 * Corrects a trade or a payout that is done, by a transaction of its own that moves everything back; nothing is ever edited. However often
 * and from however many places it is asked, a transaction is reversed once; everybody else learns by what. Where the account no longer has
 * what must go back, nothing changes.
 */
public interface ReverseTransaction {

    /** Answers the transaction that undoes the other. */
    @Refuses({
        NotFound.class,
        Forbidden.class,
        TransactionNotReversible.class,
        TransactionAlreadyReversed.class,
        InsufficientFunds.class
    })
    Transaction reverse(Command command);

    record Command(Caller caller, TransactionId transaction, String reason, Once<Transaction> once) {

        /** Takes effect each time it is asked. */
        public Command(Caller caller, TransactionId transaction, String reason) {
            this(caller, transaction, reason, Once.eachTime());
        }
    }
}
