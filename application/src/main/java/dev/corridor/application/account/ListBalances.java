package dev.corridor.application.account;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountId;

/** Lists the caller's accounts with their balances, newest first: {@link GetAccount} for a page of accounts, in two queries. */
public interface ListBalances {

    @Refuses({})
    Page<GetAccount.Result> list(Command command);

    record Command(Caller caller, PageRequest<AccountId> page) {}
}
