package dev.corridor.application.transaction;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountError.InsufficientFunds;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.beneficiary.BeneficiaryError.BeneficiaryAlreadyArchived;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.fee.FeeError.FeeScheduleDrifted;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionError.BeneficiaryCoolingOff;
import dev.corridor.domain.transaction.TransactionError.PayoutLimitExceeded;
import dev.corridor.domain.transaction.TransactionError.PayoutNotWaiting;
import dev.corridor.domain.transaction.TransactionError.PayoutRefusedByScreening;
import dev.corridor.domain.transaction.TransactionError.PayoutTooLarge;
import dev.corridor.domain.transaction.TransactionError.ScreeningUnavailable;
import dev.corridor.domain.transaction.TransactionId;

/**
 * A second person says yes or no to a payout that waits for its approval. Not the maker: neither the same key or user, nor one whose key the other was
 * shown, see {@link dev.corridor.application.access.KnownHands}. A payout never changes, so what is approved is what was asked for, its fee included.
 *
 * <p>A yes sets the money aside, after everything that a new payout is asked for; what is refused then leaves the payout waiting. The payout is sent after the
 * answer. A no ends it. Both are audited. What waits no longer, or never has, is refused.
 */
public interface JudgePayout {

    @Refuses({
        NotFound.class,
        Forbidden.class,
        PayoutNotWaiting.class,
        BeneficiaryAlreadyArchived.class,
        FeeScheduleDrifted.class,
        PayoutTooLarge.class,
        BeneficiaryCoolingOff.class,
        ScreeningUnavailable.class,
        PayoutRefusedByScreening.class,
        PayoutLimitExceeded.class,
        InsufficientFunds.class
    })
    Transaction judge(Command command);

    record Command(Caller caller, TransactionId payout, Verdict verdict, Origin origin, Once<Transaction> once) {}

    enum Verdict {
        APPROVE,
        REJECT
    }
}
