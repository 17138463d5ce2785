package dev.corridor.application.account;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.Balance;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.money.Asset;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads what an account holds of one asset, or held at an instant: at an instant stands what was posted before it, for good. Zero if it has
 * never held any. An instant that is yet to come is an invalid request.
 */
public interface GetBalance {

    @Refuses({AccountNotFound.class, InvalidRequest.class})
    Balance get(Command command);

    /** @param at empty to read the balance as it is now */
    record Command(Caller caller, AccountId account, Asset asset, Optional<Instant> at) {}
}
