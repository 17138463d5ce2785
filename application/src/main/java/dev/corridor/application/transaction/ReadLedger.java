package dev.corridor.application.transaction;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.transaction.Entry;

/** Lists an account's entries with the running balance, newest first. */
public interface ReadLedger {

    @Refuses(AccountNotFound.class)
    Page<Entry> read(Command command);

    record Command(Caller caller, AccountId account, PageRequest<Entry.Position> page) {}
}
