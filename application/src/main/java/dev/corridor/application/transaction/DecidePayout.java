package dev.corridor.application.transaction;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import java.util.Optional;

/**
 * The operator's word about a payout on which the bank has none: settled, declined or returned, with evidence, and audited.
 *
 * <p>An invalid request is what the rails know to be otherwise: to settle a payout that has not been sent, to decline one whose file is on its way, to
 * settle or decline one over a chain, which ends by itself, and what does not follow from the payout's status. An amount that is more than what is still
 * out is a validation error.
 */
public interface DecidePayout {

    /** Answers the payout, or the transaction that brings its money back. */
    @Refuses({NotFound.class, InvalidRequest.class, ValidationError.class})
    Transaction decide(Command command);

    /** @param amount of a return, a decimal number in major units of the payout's asset; all that is still out if empty */
    record Command(
            Operator by,
            Environment environment,
            TransactionId payout,
            Verdict verdict,
            Optional<String> amount,
            String evidence,
            Origin origin,
            Once<Transaction> once) {}

    enum Verdict {
        SETTLE,
        DECLINE,
        RETURN
    }
}
