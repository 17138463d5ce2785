package dev.corridor.application.account;

import dev.corridor.application.account.port.Accounts;
import dev.corridor.domain.account.Balance;

public final class GetBalanceService implements GetBalance {

    private final Accounts accounts;

    public GetBalanceService(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Balance get(Command command) {
        var organization = command.caller().organization();
        var account = accounts.get(organization, command.account());
        return accounts.balances(organization, account.id()).stream()
                .filter(balance -> balance.asset().equals(command.asset()))
                .findFirst()
                .orElseGet(() -> Balance.zero(account.id(), command.asset()));
    }
}
