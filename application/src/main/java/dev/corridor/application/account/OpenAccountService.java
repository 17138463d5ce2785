package dev.corridor.application.account;

import dev.corridor.application.TimeOrderedIds;
import dev.corridor.application.account.port.Accounts;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.AccountId;
import java.time.InstantSource;

public final class OpenAccountService implements OpenAccount {

    private final Accounts accounts;
    private final TimeOrderedIds ids;
    private final InstantSource clock;

    public OpenAccountService(Accounts accounts, TimeOrderedIds ids, InstantSource clock) {
        this.accounts = accounts;
        this.ids = ids;
        this.clock = clock;
    }

    @Override
    public Account open(Command command) {
        var account = Account.open(
                new AccountId(ids.next()),
                command.caller().organization(),
                command.name(),
                command.description(),
                false,
                clock.instant());
        accounts.add(account);
        return account;
    }
}
