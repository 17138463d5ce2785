package dev.corridor.application.transaction;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.account.AccountError.InsufficientFunds;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.reference.ReferenceError.ReferenceTaken;
import dev.corridor.domain.transaction.Memo;
import dev.corridor.domain.transaction.Transaction;

/**
 * Moves money from one account of the organization to another, at once and free of charge. Asking twice moves it twice. Each account gets a
 * transaction; the answer is that of the account that gives.
 *
 * <p>The same account twice is a validation error. An account that is not ACTIVE, on either side, is forbidden. An amount that the receiving balance
 * cannot hold is an invalid request.
 */
public interface TransferBetweenAccounts {

    @Refuses({
        ValidationError.class,
        AccountNotFound.class,
        Forbidden.class,
        ReferenceTaken.class,
        InsufficientFunds.class,
        InvalidRequest.class
    })
    Transaction transfer(Command command);

    /** @param memo goes with the transaction of the account that gives; the other one has its description only */
    record Command(Caller caller, AccountId from, AccountId to, Money amount, Memo memo, Once<Transaction> once) {

        /** Takes effect each time it is asked. */
        public Command(Caller caller, AccountId from, AccountId to, Money amount, Memo memo) {
            this(caller, from, to, amount, memo, Once.eachTime());
        }
    }
}
