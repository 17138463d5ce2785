package dev.corridor.application.books;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.funding.ReceiptId;
import dev.corridor.domain.idempotency.IdempotencyKey;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.transaction.TransactionId;
import java.util.Optional;

/**
 * The aggregates that a decision loads, all of one organization. Each comes with its account, and an account with all its balances. The
 * account is the unit of locking, so decisions on one account are serialized.
 *
 * @param fee loads the fee schedule in force for the organization
 * @param idempotencyKey loads the stored response of the request, if there is one
 * @param reference of what the decision creates; loads its holder, if there is one
 * @param otherAccount the account that receives what the first one gives; both are locked
 * @param debit of a transfer; loads the transaction of the organization that credits it, if there is one
 * @param receipt of something that has arrived; loads and locks the receipt, if there is one. Receipts are the house's, so any organization may name one
 */
public record Subjects(
        OrganizationId organization,
        Optional<AccountId> account,
        Optional<BeneficiaryId> beneficiary,
        Optional<QuoteId> quote,
        Optional<TransactionId> transaction,
        Optional<FeeKey> fee,
        Optional<IdempotencyKey> idempotencyKey,
        Optional<Reference> reference,
        Optional<ReceiptId> receipt,
        Optional<AccountId> otherAccount,
        Optional<TransactionId> debit) {

    /** Aggregates alone. */
    private Subjects(
            OrganizationId organization,
            Optional<AccountId> account,
            Optional<BeneficiaryId> beneficiary,
            Optional<QuoteId> quote,
            Optional<TransactionId> transaction) {
        this(
                organization, account, beneficiary, quote, transaction, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty());
    }

    /** Loads no aggregate, for decisions that only create. */
    public static Subjects organization(OrganizationId organization) {
        return new Subjects(organization, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Subjects account(OrganizationId organization, AccountId account) {
        return new Subjects(organization, Optional.of(account), Optional.empty(), Optional.empty(), Optional.empty());
    }

    public static Subjects beneficiary(OrganizationId organization, AccountId account, BeneficiaryId beneficiary) {
        return new Subjects(organization, Optional.of(account), Optional.of(beneficiary), Optional.empty(), Optional.empty());
    }

    public static Subjects quote(OrganizationId organization, QuoteId quote) {
        return new Subjects(organization, Optional.empty(), Optional.empty(), Optional.of(quote), Optional.empty());
    }

    public static Subjects transaction(OrganizationId organization, TransactionId transaction) {
        return new Subjects(organization, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(transaction));
    }

    /** Both accounts of a transfer within the organization. */
    public static Subjects accounts(OrganizationId organization, AccountId from, AccountId to) {
        return new Subjects(
                organization, Optional.of(from), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.of(to), Optional.empty());
    }

    /** The account that receives a transfer, and what has been decided about it there. */
    public static Subjects credit(OrganizationId organization, AccountId account, TransactionId debit) {
        return new Subjects(
                organization, Optional.of(account), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(debit));
    }

    public Subjects with(FeeKey priced) {
        return new Subjects(
                organization, account, beneficiary, quote, transaction, Optional.of(priced), idempotencyKey, reference, receipt,
                otherAccount, debit);
    }

    public Subjects with(IdempotencyKey key) {
        return new Subjects(
                organization, account, beneficiary, quote, transaction, fee, Optional.of(key), reference, receipt, otherAccount, debit);
    }

    /** With the reference that the client has given, if any, to what the decision creates. */
    public Subjects with(Optional<Reference> given) {
        return new Subjects(
                organization, account, beneficiary, quote, transaction, fee, idempotencyKey, given, receipt, otherAccount, debit);
    }

    public Subjects with(ReceiptId arrival) {
        return new Subjects(
                organization, account, beneficiary, quote, transaction, fee, idempotencyKey, reference, Optional.of(arrival), otherAccount, debit);
    }
}
