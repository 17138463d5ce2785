package dev.corridor.application.account;

import dev.corridor.application.account.port.Accounts;

public final class GetAccountService implements GetAccount {

    private final Accounts accounts;

    public GetAccountService(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Result get(Command command) {
        var organization = command.caller().organization();
        var account = accounts.get(organization, command.account());
        return new Result(account, accounts.balances(organization, account.id()));
    }
}
