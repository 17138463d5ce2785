package dev.corridor.application.transaction;

import dev.corridor.application.Page;
import dev.corridor.application.account.port.Accounts;
import dev.corridor.application.transaction.port.Transactions;
import dev.corridor.domain.transaction.Entry;

public final class ReadLedgerService implements ReadLedger {

    private final Accounts accounts;
    private final Transactions transactions;

    public ReadLedgerService(Accounts accounts, Transactions transactions) {
        this.accounts = accounts;
        this.transactions = transactions;
    }

    @Override
    public Page<Entry> read(Command command) {
        var account = accounts.get(command.caller().organization(), command.account());
        return transactions.ledger(account.organization(), account.id(), command.page());
    }
}
