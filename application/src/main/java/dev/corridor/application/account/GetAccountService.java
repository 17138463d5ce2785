package dev.corridor.application.account;

import dev.corridor.application.account.port.Accounts;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.error.BusinessException;

public final class GetAccountService implements GetAccount {

    private final Accounts accounts;

    public GetAccountService(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Result get(Command command) {
        return accounts.holding(command.caller().organization(), command.account())
                .map(holding -> new Result(holding.account(), holding.balances()))
                .orElseThrow(() -> new BusinessException(new AccountNotFound(command.account())));
    }
}
