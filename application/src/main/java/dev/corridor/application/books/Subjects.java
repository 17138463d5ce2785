package dev.corridor.application.books;

import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.funding.ReceiptId;
import dev.corridor.domain.idempotency.IdempotencyKey;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.transaction.PayoutTally;
import dev.corridor.domain.transaction.TransactionId;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The aggregates that a decision loads, all of one organization, and who asks for it. Each comes with its account, and an account with all its balances. The
 * account is the unit of locking, so decisions on one account are serialized.
 *
 * @param fee loads the fee schedule and the controls in force for the organization, and what was counted under them
 * @param idempotencyKey loads the stored response of the request, if there is one
 * @param reference of what the decision creates; loads its holder, if there is one
 * @param otherAccount the account that receives what the first one gives; both are locked
 * @param debit of a transfer; loads the transaction of the organization that credits it, if there is one
 * @param receipt of something that has arrived; loads and locks the receipt, if there is one. Receipts are the house's, so any organization may name one
 * @param caller the books decide for it only if it {@link Caller#requireStanding may act} at that moment; empty if the house decides by itself
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
        Optional<TransactionId> debit,
        Optional<Caller> caller) {

    /** Loads no aggregate, for decisions that only create. */
    public static Subjects organization(OrganizationId organization) {
        var draft = new Draft();
        draft.organization = organization;
        return draft.complete();
    }

    public static Subjects organization(Caller caller) {
        return organization(caller.organization()).askedBy(caller);
    }

    public static Subjects account(OrganizationId organization, AccountId account) {
        return organization(organization).with(account);
    }

    public static Subjects account(Caller caller, AccountId account) {
        return account(caller.organization(), account).askedBy(caller);
    }

    /** Both accounts of a transfer within the organization. */
    public static Subjects accounts(Caller caller, AccountId from, AccountId to) {
        return account(caller, from).changed(draft -> draft.otherAccount = Optional.of(to));
    }

    /** The account that receives a transfer, and what has been decided about it there. */
    public static Subjects credit(OrganizationId organization, AccountId account, TransactionId debit) {
        return account(organization, account).changed(draft -> draft.debit = Optional.of(debit));
    }

    public static Subjects beneficiary(OrganizationId organization, AccountId account, BeneficiaryId beneficiary) {
        return account(organization, account).with(beneficiary);
    }

    public static Subjects beneficiary(Caller caller, AccountId account, BeneficiaryId beneficiary) {
        return beneficiary(caller.organization(), account, beneficiary).askedBy(caller);
    }

    public static Subjects quote(OrganizationId organization, QuoteId quote) {
        return organization(organization).with(quote);
    }

    public static Subjects quote(Caller caller, QuoteId quote) {
        return quote(caller.organization(), quote).askedBy(caller);
    }

    public static Subjects transaction(OrganizationId organization, TransactionId transaction) {
        return organization(organization).with(transaction);
    }

    public static Subjects transaction(Caller caller, TransactionId transaction) {
        return transaction(caller.organization(), transaction).askedBy(caller);
    }

    public Subjects with(AccountId chosen) {
        return changed(draft -> draft.account = Optional.of(chosen));
    }

    public Subjects with(BeneficiaryId chosen) {
        return changed(draft -> draft.beneficiary = Optional.of(chosen));
    }

    public Subjects with(QuoteId chosen) {
        return changed(draft -> draft.quote = Optional.of(chosen));
    }

    public Subjects with(TransactionId chosen) {
        return changed(draft -> draft.transaction = Optional.of(chosen));
    }

    /** With the transaction that the decision may find made already, if one is named. */
    public Subjects withAny(Optional<TransactionId> chosen) {
        return changed(draft -> draft.transaction = chosen);
    }

    public Subjects with(FeeKey priced) {
        return changed(draft -> draft.fee = Optional.of(priced));
    }

    public Subjects with(IdempotencyKey key) {
        return changed(draft -> draft.idempotencyKey = Optional.of(key));
    }

    /** The tallies of what is priced: of all payouts, and of those to the beneficiary. */
    public Stream<PayoutTally.Key> payoutTallies() {
        return fee.stream()
                .map(key -> PayoutTally.Key.of(organization, key))
                .flatMap(all -> Stream.concat(Stream.of(all), beneficiary.stream().map(all::to)));
    }

    /** With the reference that the client has given, if any, to what the decision creates. */
    public Subjects with(Optional<Reference> given) {
        return changed(draft -> draft.reference = given);
    }

    public Subjects with(ReceiptId arrival) {
        return changed(draft -> draft.receipt = Optional.of(arrival));
    }

    private Subjects askedBy(Caller who) {
        return changed(draft -> draft.caller = Optional.of(who));
    }

    private Subjects changed(Consumer<Draft> change) {
        var draft = new Draft();
        draft.organization = organization;
        draft.account = account;
        draft.beneficiary = beneficiary;
        draft.quote = quote;
        draft.transaction = transaction;
        draft.fee = fee;
        draft.idempotencyKey = idempotencyKey;
        draft.reference = reference;
        draft.receipt = receipt;
        draft.otherAccount = otherAccount;
        draft.debit = debit;
        draft.caller = caller;
        change.accept(draft);
        return draft.complete();
    }

    /** Names what a row of a dozen would only count. */
    private static final class Draft {

        private OrganizationId organization;
        private Optional<AccountId> account = Optional.empty();
        private Optional<BeneficiaryId> beneficiary = Optional.empty();
        private Optional<QuoteId> quote = Optional.empty();
        private Optional<TransactionId> transaction = Optional.empty();
        private Optional<FeeKey> fee = Optional.empty();
        private Optional<IdempotencyKey> idempotencyKey = Optional.empty();
        private Optional<Reference> reference = Optional.empty();
        private Optional<ReceiptId> receipt = Optional.empty();
        private Optional<AccountId> otherAccount = Optional.empty();
        private Optional<TransactionId> debit = Optional.empty();
        private Optional<Caller> caller = Optional.empty();

        private Subjects complete() {
            return new Subjects(
                    organization, account, beneficiary, quote, transaction, fee, idempotencyKey, reference, receipt, otherAccount, debit, caller);
        }
    }
}
