package dev.corridor.application.transaction;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.transaction.Statement;
import java.time.Instant;
import java.util.Optional;

/**
 * Draws up an account's statement of one asset. A statement is complete or not given: a period with more than {@value #MAX_ENTRIES} entries
 * in the ledger is an invalid request, and can be asked for in parts. Each part begins with what the one before it has left, for good. So is a
 * period that ends before it begins, or has not ended yet.
 */
public interface GetStatement {

    int MAX_ENTRIES = 10_000;

    @Refuses({AccountNotFound.class, InvalidRequest.class})
    Statement drawUp(Command command);

    /**
     * @param from the beginning of the month in which the period ends, in UTC, if empty
     * @param until the present, if empty
     */
    record Command(Caller caller, AccountId account, Asset asset, Optional<Instant> from, Optional<Instant> until) {}
}
