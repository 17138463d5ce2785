package dev.corridor.application.account;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.Balance;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

/** Reads an account and its balances: one per asset that it has ever held. */
public interface GetAccount {

    @Refuses(AccountNotFound.class)
    Result get(Command command);

    /**
     * The same for a caller that cannot wait.
     *
     * @param answers completes the stage
     */
    CompletionStage<Result> begin(Command command, Executor answers);

    record Command(Caller caller, AccountId account) {}

    record Result(Account account, List<Balance> balances) {}
}
