package dev.corridor.application.transaction;

import dev.corridor.application.Page;
import dev.corridor.application.account.port.Accounts;
import dev.corridor.application.transaction.port.Transactions;
import dev.corridor.domain.transaction.Transaction;

public final class ListTransactionsService implements ListTransactions {

    private final Accounts accounts;
    private final Transactions transactions;

    public ListTransactionsService(Accounts accounts, Transactions transactions) {
        this.accounts = accounts;
        this.transactions = transactions;
    }

    @Override
    public Page<Transaction> list(Command command) {
        var organization = command.caller().organization();
        command.filter().account().ifPresent(account -> accounts.get(organization, account));
        return transactions.page(organization, command.filter(), command.page());
    }
}
