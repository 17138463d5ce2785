package dev.corridor.application.account;

import dev.corridor.application.Page;
import dev.corridor.application.account.port.Accounts;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.Balance;
import java.util.List;
import java.util.stream.Collectors;

public final class ListBalancesService implements ListBalances {

    private final Accounts accounts;

    public ListBalancesService(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Page<GetAccount.Result> list(Command command) {
        var organization = command.caller().organization();
        var page = accounts.page(organization, command.page());
        var balances = accounts.balances(organization, page.items().stream().map(Account::id).toList()).stream()
                .collect(Collectors.groupingBy(Balance::account));
        var results = page.items().stream()
                .map(account -> new GetAccount.Result(account, balances.getOrDefault(account.id(), List.of())))
                .toList();
        return new Page<>(results, page.hasMore());
    }
}
