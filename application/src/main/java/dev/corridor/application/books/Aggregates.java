package dev.corridor.application.books;

import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.Balance;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.fee.FeeSchedule;
import dev.corridor.domain.funding.Receipt;
import dev.corridor.domain.funding.ReceiptId;
import dev.corridor.domain.idempotency.IdempotencyKey;
import dev.corridor.domain.idempotency.IdempotencyRecord;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.Standing;
import dev.corridor.domain.quote.OpenQuotes;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.transaction.PayoutControls;
import dev.corridor.domain.transaction.PayoutTally;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import java.util.Collection;
import java.util.Optional;

/** What an implementation of {@link Books} has at hand, of any organization. What a decision sees of it, {@link OpenBooks#of} says. */
public interface Aggregates {

    Moment moment();

    Optional<Account> account(AccountId id);

    /** Every balance of the account. */
    Collection<Balance> balances(AccountId account);

    Optional<Beneficiary> beneficiary(BeneficiaryId id);

    Optional<Quote> quote(QuoteId id);

    /** Empty if the account has never had a quote. */
    Optional<OpenQuotes> openQuotes(AccountId account);

    Optional<Transaction> transaction(TransactionId id);

    /** The transaction by which the organization takes in a transfer, or refuses it. */
    Optional<Transaction> credit(OrganizationId organization, TransactionId debit);

    Optional<Receipt> receipt(ReceiptId id);

    Optional<IdempotencyRecord> remembered(IdempotencyKey key);

    /** What the organization may do now, and who may act for it; empty if it is not registered. */
    Optional<Standing> standing(OrganizationId organization);

    /** The schedule in force for the organization; free if there is none. */
    FeeSchedule feeSchedule(OrganizationId organization, FeeKey key);

    /** The controls in force for the organization. */
    PayoutControls payoutControls(OrganizationId organization, FeeKey key);

    /** Empty if nothing was counted under the key yet. */
    Optional<PayoutTally> payoutTally(PayoutTally.Key key);

    /** The id of the thing that has the reference. */
    Optional<String> holder(Reference reference);
}
