package dev.corridor.application.transaction;

import dev.corridor.application.account.port.Accounts;
import dev.corridor.application.transaction.port.Transactions;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.transaction.Statement;

public final class GetStatementService implements GetStatement {

    private final Accounts accounts;
    private final Transactions transactions;

    public GetStatementService(Accounts accounts, Transactions transactions) {
        this.accounts = accounts;
        this.transactions = transactions;
    }

    @Override
    public Statement drawUp(Command command) {
        var account = accounts.get(command.caller().organization(), command.account());
        return transactions
                .statement(account.organization(), account.id(), command.asset(), command.period(), MAX_ENTRIES)
                .orElseThrow(() -> new BusinessException(new InvalidRequest(
                        "The period has more than " + MAX_ENTRIES + " entries. Ask for shorter periods, one after the other.")));
    }
}
