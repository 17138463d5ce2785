package dev.corridor.application.transaction;

import dev.corridor.application.transaction.port.Transactions;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.transaction.Transaction;

public final class GetTransactionService implements GetTransaction {

    private final Transactions transactions;

    public GetTransactionService(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public Transaction get(Command command) {
        return transactions
                .find(command.caller().organization(), command.transaction())
                .orElseThrow(() -> new BusinessException(new NotFound("Transaction")));
    }
}
