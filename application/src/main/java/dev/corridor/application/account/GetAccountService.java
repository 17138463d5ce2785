package dev.corridor.application.account;

import dev.corridor.application.account.port.Accounts;
import dev.corridor.application.account.port.Accounts.Holding;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.error.BusinessException;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

public final class GetAccountService implements GetAccount {

    private final Accounts accounts;

    public GetAccountService(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Result get(Command command) {
        return found(command, accounts.holding(command.caller().organization(), command.account()));
    }

    @Override
    public CompletionStage<Result> begin(Command command, Executor answers) {
        return accounts.holding(command.caller().organization(), command.account(), answers).thenApply(holding -> found(command, holding));
    }

    private static Result found(Command command, Optional<Holding> found) {
        return found.map(holding -> new Result(holding.account(), holding.balances()))
                .orElseThrow(() -> new BusinessException(new AccountNotFound(command.account())));
    }
}
