package dev.corridor.application.account;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.AccountStatus;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.InvalidRequest;
import java.util.Optional;

/**
 * Renames an account, suspends it, takes it up again, or closes it for good. Idempotent. A suspended account keeps its money and takes no new
 * transactions; what was begun before ends as it would have.
 *
 * <p>Forbidden is any change of an account that is CLOSED, and closing the primary one. An invalid request is closing one that still holds
 * something, available or locked.
 */
public interface ChangeAccount {

    @Refuses({AccountNotFound.class, Forbidden.class, InvalidRequest.class})
    Account change(Command command);

    /** Empty fields stay unchanged. */
    record Command(
            Caller caller,
            AccountId account,
            Optional<String> name,
            Optional<String> description,
            Optional<AccountStatus> status,
            Origin origin,
            Once<Account> once) {}
}
