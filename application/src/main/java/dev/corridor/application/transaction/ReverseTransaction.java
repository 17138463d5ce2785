package dev.corridor.application.transaction;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountError.InsufficientFunds;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionError.TransactionAlreadyReversed;
import dev.corridor.domain.transaction.TransactionError.TransactionNotReversible;
import dev.corridor.domain.transaction.TransactionId;

/**
 * Corrects a trade that was made by mistake, by a transaction of its own that moves everything back; nothing is ever edited. It is an operator's act:
 * a customer who could undo a trade at its old price would hold an option for nothing. It can be done for a while only, and the correction and the
 * audit say who did it, why, and by what it is known. However often and from however many places it is asked, a trade is reversed once; everybody
 * else learns by what. Where the account no longer has what must go back, nothing changes.
 *
 * <p>A payout that has left is not reversed: see {@link ReturnPayout}.
 */
public interface ReverseTransaction {

    /** Answers the transaction that undoes the other. */
    @Refuses({
        NotFound.class,
        Forbidden.class,
        TransactionAlreadyReversed.class,
        TransactionNotReversible.class,
        InsufficientFunds.class
    })
    Transaction reverse(Command command);

    record Command(Caller caller, TransactionId transaction, String reason, String evidence, Origin origin, Once<Transaction> once) {}
}
