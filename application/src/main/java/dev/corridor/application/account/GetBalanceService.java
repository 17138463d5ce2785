package dev.corridor.application.account;

import dev.corridor.application.account.port.Accounts;
import dev.corridor.application.books.SettledTime;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.Balance;
import dev.corridor.domain.money.Asset;

public final class GetBalanceService implements GetBalance {

    private final Accounts accounts;
    private final SettledTime settledTime;

    public GetBalanceService(Accounts accounts, SettledTime settledTime) {
        this.accounts = accounts;
        this.settledTime = settledTime;
    }

    @Override
    public Balance get(Command command) {
        var organization = command.caller().organization();
        var account = accounts.get(organization, command.account());
        command.at().ifPresent(settledTime::awaitPast);
        return command.at()
                .map(instant -> accounts.balanceBefore(organization, account.id(), command.asset(), instant))
                .orElseGet(() -> current(account, command.asset()));
    }

    private Balance current(Account account, Asset asset) {
        return accounts.balances(account.organization(), account.id()).stream()
                .filter(balance -> balance.asset().equals(asset))
                .findFirst()
                .orElseGet(() -> Balance.zero(account.id(), asset));
    }
}
