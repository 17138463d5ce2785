package dev.corridor.application.account;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.AccountId;

/** Lists the caller's accounts, newest first. */
public interface ListAccounts {

    @Refuses({})
    Page<Account> list(Command command);

    record Command(Caller caller, PageRequest<AccountId> page) {}
}
