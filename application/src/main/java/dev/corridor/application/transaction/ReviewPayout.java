package dev.corridor.application.transaction;

import dev.corridor.application.Refuses;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionError.PayoutNotWaiting;
import dev.corridor.domain.transaction.TransactionId;

/**
 * The operator's word about a payout that the screening wants a person to look at, with evidence, and audited. No one of the organization can say it.
 *
 * <p>A no ends the payout. After a yes it is released as soon as it waits for nothing else, by {@link EndWaits}, and all is looked at anew then; only that it
 * should be looked at by a person is answered.
 */
public interface ReviewPayout {

    @Refuses({NotFound.class, PayoutNotWaiting.class})
    Transaction review(Command command);

    record Command(TransactionId payout, Verdict verdict, String evidence, Origin origin) {}

    enum Verdict {
        APPROVE,
        REJECT
    }
}
