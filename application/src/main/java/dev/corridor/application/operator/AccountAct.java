package dev.corridor.application.operator;

import dev.corridor.application.account.ChangeAccount;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.AccountStatus;
import dev.corridor.domain.audit.Origin;
import java.util.Optional;

/** What is done to an account. */
public enum AccountAct implements Act {
    SUSPEND(AccountStatus.SUSPENDED),
    /** Takes it up again. */
    RESUME(AccountStatus.ACTIVE),
    CLOSE(AccountStatus.CLOSED);

    private final AccountStatus status;

    AccountAct(AccountStatus status) {
        this.status = status;
    }

    /** @param caller an operator who acts for the account's organization */
    public ChangeAccount.Command command(Caller caller, AccountId account, Origin origin) {
        return new ChangeAccount.Command(
                caller, account, Optional.empty(), Optional.empty(), Optional.of(status), origin, Once.eachTime());
    }
}
