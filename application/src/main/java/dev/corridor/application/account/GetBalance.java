package dev.corridor.application.account;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.Balance;
import dev.corridor.domain.money.Asset;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads what an account holds of one asset, or held at an instant: at an instant stands what was posted before it. Zero if it has never
 * held any.
 */
public interface GetBalance {

    @Refuses(AccountNotFound.class)
    Balance get(Command command);

    /** @param at empty to read the balance as it is now */
    record Command(Caller caller, AccountId account, Asset asset, Optional<Instant> at) {}
}
