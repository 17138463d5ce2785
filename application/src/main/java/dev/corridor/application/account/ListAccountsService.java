package dev.corridor.application.account;

import dev.corridor.application.Page;
import dev.corridor.application.account.port.Accounts;
import dev.corridor.domain.account.Account;

public final class ListAccountsService implements ListAccounts {

    private final Accounts accounts;

    public ListAccountsService(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Page<Account> list(Command command) {
        return accounts.page(command.caller().organization(), command.page());
    }
}
