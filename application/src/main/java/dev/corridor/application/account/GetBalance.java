package dev.corridor.application.account;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.Balance;
import dev.corridor.domain.money.Asset;

/** Reads what an account holds of one asset; zero if it has never held any. */
public interface GetBalance {

    @Refuses(AccountNotFound.class)
    Balance get(Command command);

    record Command(Caller caller, AccountId account, Asset asset) {}
}
