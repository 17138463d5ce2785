package dev.corridor.application.transaction;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import java.util.Optional;

/**
 * Books money of a payout that has come back: a transaction of its own, of the type of money that comes in. The payout is REFUNDED when all of it is
 * back. Only the operator books it, with evidence; in the sandbox the customer simulates the bank or the chain. Each call books
 * a return. A suspended account accepts it, because the money has arrived.
 *
 * <p>Only a COMPLETED payout can come back; another transaction is an invalid request. An amount that is more than what is still out is a validation
 * error.
 */
public interface ReturnPayout {

    /** Answers the transaction that brings the money. */
    @Refuses({Forbidden.class, NotFound.class, InvalidRequest.class, ValidationError.class})
    Transaction bringBack(Command command);

    /** @param amount a decimal number in major units of the payout's asset; all that is still out if empty */
    record Command(
            Caller caller, TransactionId payout, Optional<String> amount, String evidence, Origin origin, Once<Transaction> once) {}
}
