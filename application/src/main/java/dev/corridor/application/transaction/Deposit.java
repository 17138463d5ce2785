package dev.corridor.application.transaction;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.transaction.Transaction;

/**
 * Sandbox only: credits an external deposit immediately. Not idempotent without an idempotency key. An amount that would overflow the
 * balance is an invalid request.
 */
public interface Deposit {

    @Refuses({Forbidden.class, AccountNotFound.class, InvalidRequest.class})
    Transaction deposit(Command command);

    record Command(Caller caller, AccountId account, Money amount, Once<Transaction> once) {

        /** Without an idempotency key. */
        public Command(Caller caller, AccountId account, Money amount) {
            this(caller, account, amount, Once.eachTime());
        }
    }
}
