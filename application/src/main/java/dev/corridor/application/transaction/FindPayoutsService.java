package dev.corridor.application.transaction;

import dev.corridor.application.transaction.port.Transactions;
import dev.corridor.domain.transaction.Transaction;
import java.util.List;

public final class FindPayoutsService implements FindPayouts {

    private final Transactions transactions;

    public FindPayoutsService(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<Transaction> find(Command command) {
        return transactions.findByHash(command.caller().organization(), command.txHash());
    }
}
