package dev.corridor.application.transaction;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionFilter;
import dev.corridor.domain.transaction.TransactionId;

/** Lists the caller's transactions, newest first. Refused only if the filter names an unknown account. */
public interface ListTransactions {

    @Refuses(AccountNotFound.class)
    Page<Transaction> list(Command command);

    record Command(Caller caller, TransactionFilter filter, PageRequest<TransactionId> page) {}
}
