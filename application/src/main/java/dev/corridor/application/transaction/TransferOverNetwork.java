package dev.corridor.application.transaction;

import dev.corridor.application.Refuses;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.account.AccountError.InsufficientFunds;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.BeneficiaryError.BeneficiaryAlreadyArchived;
import dev.corridor.domain.beneficiary.BeneficiaryError.BeneficiaryNotFound;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.InvalidRequest;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.OrganizationError.OrganizationNotFound;
import dev.corridor.domain.reference.ReferenceError.ReferenceTaken;
import dev.corridor.domain.transaction.Memo;
import dev.corridor.domain.transaction.Transaction;

/**
 * Pays another organization, a beneficiary of the network, inside the house: COMPLETED at once and free of charge. Asking twice pays twice. The receiver's
 * primary account gets a transaction of its own, which names the sender's handle, and its name if the sender shows it.
 *
 * <p>Two organizations are never in one decision. The sender's puts the money into clearing, with a row in the outbox; the receiver's takes it out
 * of there right after the commit. An account that cannot take it declines it, and the sender's transaction is REFUNDED.
 *
 * <p>An invalid request is a beneficiary that is none of the network. Forbidden is a sender or a receiver that is not enabled on the network, or
 * not approved, and an account of either that is not ACTIVE.
 */
public interface TransferOverNetwork {

    @Refuses({
        OrganizationNotFound.class,
        AccountNotFound.class,
        BeneficiaryNotFound.class,
        InvalidRequest.class,
        Forbidden.class,
        BeneficiaryAlreadyArchived.class,
        ReferenceTaken.class,
        InsufficientFunds.class
    })
    Transaction transfer(Command command);

    /** @param memo the sender's; the receiver sees its description only */
    record Command(Caller caller, AccountId account, BeneficiaryId beneficiary, Money amount, Memo memo, Once<Transaction> once) {

        /** Takes effect each time it is asked. */
        public Command(Caller caller, AccountId account, BeneficiaryId beneficiary, Money amount, Memo memo) {
            this(caller, account, beneficiary, amount, memo, Once.eachTime());
        }
    }
}
