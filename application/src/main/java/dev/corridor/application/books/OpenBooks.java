package dev.corridor.application.books;

import dev.corridor.application.idempotency.Answers;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.Balance;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.BeneficiaryError.BeneficiaryNotFound;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.fee.FeeSchedule;
import dev.corridor.domain.funding.Receipt;
import dev.corridor.domain.funding.ReceiptId;
import dev.corridor.domain.idempotency.IdempotencyKey;
import dev.corridor.domain.idempotency.IdempotencyRecord;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.quote.OpenQuotes;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.quote.QuoteError.QuoteNotFound;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.reference.ReferenceError.ReferenceTaken;
import dev.corridor.domain.transaction.BankTransfer;
import dev.corridor.domain.transaction.ChainTransfer;
import dev.corridor.domain.transaction.GasCost;
import dev.corridor.domain.transaction.LedgerAccount;
import dev.corridor.domain.transaction.Movement;
import dev.corridor.domain.transaction.NetworkTransfer;
import dev.corridor.domain.transaction.PayoutControls;
import dev.corridor.domain.transaction.PayoutTally;
import dev.corridor.domain.transaction.Posting;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.domain.transaction.TransactionStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one decision sees and what it records. An implementation of {@link Books} fills it with what it has locked, lets the decision work on
 * it, and writes the {@link Changes} down. It is used by one thread and forgotten afterwards.
 */
public final class OpenBooks implements Answers {

    private final Moment moment;
    private final Map<AccountId, Account> accounts;
    private final Map<BalanceKey, Balance> balances;
    private final Map<BeneficiaryId, Beneficiary> beneficiaries;
    private final Map<QuoteId, Quote> quotes;
    private final Map<AccountId, OpenQuotes> openQuotes;
    private final Map<TransactionId, Transaction> transactions;
    private final Map<FeeKey, FeeSchedule> feeSchedules;
    private final Optional<Transaction> credit;
    private final Map<FeeKey, PayoutControls> payoutControls;
    private final Map<PayoutTally.Key, PayoutTally> payoutTallies;
    private final Map<ReceiptId, Receipt> receipts;
    private final Optional<IdempotencyKey> request;
    private final Map<IdempotencyKey, IdempotencyRecord> remembered;
    private final Optional<Reference> reference;
    private final Optional<String> holder;

    private final Map<BalanceKey, Balance> changedBalances = new LinkedHashMap<>();
    private final List<Beneficiary> changedBeneficiaries = new ArrayList<>();
    private final List<Quote> changedQuotes = new ArrayList<>();
    private final List<OpenQuotes> changedOpenQuotes = new ArrayList<>();
    private final List<Transaction> changedTransactions = new ArrayList<>();
    private final Map<PayoutTally.Key, PayoutTally> changedPayoutTallies = new LinkedHashMap<>();
    private final List<Posted> postings = new ArrayList<>();
    private final List<ChainTransfer> transfers = new ArrayList<>();
    private final List<Receipt> changedReceipts = new ArrayList<>();
    private final List<BankTransfer> bankTransfers = new ArrayList<>();
    private final List<NetworkTransfer> networkTransfers = new ArrayList<>();
    private final List<GasCost> gasCosts = new ArrayList<>();
    private final List<AuditRecord> records = new ArrayList<>();
    private final List<Account> changedAccounts = new ArrayList<>();
    private final List<IdempotencyRecord> answers = new ArrayList<>();
    private final List<IdempotencyKey> forgotten = new ArrayList<>();

    private record BalanceKey(AccountId account, Asset asset) {}

    private OpenBooks(
            Moment moment,
            Collection<Account> accounts,
            Stream<Balance> balances,
            Optional<Beneficiary> beneficiary,
            Optional<Quote> quote,
            Stream<OpenQuotes> openQuotes,
            Optional<Transaction> transaction,
            Map<FeeKey, FeeSchedule> feeSchedules,
            Optional<Transaction> credit,
            Map<FeeKey, PayoutControls> payoutControls,
            Stream<PayoutTally> payoutTallies,
            Optional<Receipt> receipt,
            Optional<IdempotencyKey> request,
            Optional<IdempotencyRecord> remembered,
            Optional<Reference> reference,
            Optional<String> holder) {
        this.moment = moment;
        this.accounts = byKey(accounts.stream(), Account::id);
        this.balances = byKey(balances, balance -> new BalanceKey(balance.account(), balance.asset()));
        this.beneficiaries = byKey(beneficiary.stream(), Beneficiary::id);
        this.quotes = byKey(quote.stream(), Quote::id);
        this.openQuotes = byKey(openQuotes, OpenQuotes::account);
        this.transactions = byKey(transaction.stream(), Transaction::id);
        this.feeSchedules = feeSchedules;
        this.credit = credit;
        this.payoutControls = payoutControls;
        this.payoutTallies = byKey(payoutTallies, PayoutTally::key);
        this.receipts = byKey(receipt.stream(), Receipt::id);
        this.request = request;
        this.remembered = byKey(remembered.stream(), IdempotencyRecord::key);
        this.reference = reference;
        this.holder = holder;
    }

    /**
     * What the subjects name, as far as their organization owns it, each with its account, and the accounts with all their balances.
     *
     * @throws BusinessException if who asks for the decision may not act, or no longer
     */
    public static OpenBooks of(Subjects subjects, Aggregates aggregates) {
        var organization = subjects.organization();
        subjects.caller().ifPresent(caller -> caller.requireStanding(aggregates.standing(organization)));
        var beneficiary = subjects.beneficiary().flatMap(aggregates::beneficiary).filter(organization::owns);
        var quote = subjects.quote().flatMap(aggregates::quote).filter(organization::owns);
        var transaction = subjects.transaction().flatMap(aggregates::transaction).filter(organization::owns);
        var accounts = Stream.of(
                subjects.account(),
                subjects.otherAccount(),
                beneficiary.map(Beneficiary::account),
                quote.map(Quote::account),
                transaction.map(Transaction::account))
                .flatMap(Optional::stream)
                .distinct()
                .flatMap(id -> aggregates.account(id).stream())
                .filter(organization::owns)
                .toList();
        return new OpenBooks(
                aggregates.moment(),
                accounts,
                accounts.stream().flatMap(account -> aggregates.balances(account.id()).stream()),
                beneficiary,
                quote,
                accounts.stream().flatMap(account -> aggregates.openQuotes(account.id()).stream()),
                transaction,
                byKey(subjects.fee().stream(), key -> key, key -> aggregates.feeSchedule(organization, key)),
                subjects.debit().flatMap(debit -> aggregates.credit(organization, debit)),
                byKey(subjects.fee().stream(), key -> key, key -> aggregates.payoutControls(organization, key)),
                subjects.payoutTallies().flatMap(key -> aggregates.payoutTally(key).stream()),
                subjects.receipt().flatMap(aggregates::receipt),
                subjects.idempotencyKey(),
                subjects.idempotencyKey().flatMap(aggregates::remembered),
                subjects.reference(),
                subjects.reference().flatMap(aggregates::holder));
    }

    /** When the decision is taken: not before it has what it acts on. */
    public Instant now() {
        return moment.now();
    }

    /** For what the decision brings into being. */
    public TransactionId newTransactionId() {
        return new TransactionId(moment.ids().next());
    }

    /** The account, or {@code account_not_found}. */
    public Account account(AccountId id) {
        return found(accounts.get(id), () -> new AccountNotFound(id));
    }

    /** All that the account holds, or has ever held. */
    public List<Balance> balances(AccountId account) {
        requireOpened(account);
        return balances.values().stream().filter(balance -> balance.account().equals(account)).toList();
    }

    /** The beneficiary if it belongs to that account, or {@code beneficiary_not_found}. */
    public Beneficiary beneficiary(AccountId account, BeneficiaryId id) {
        return Optional.ofNullable(beneficiaries.get(id))
                .filter(beneficiary -> beneficiary.account().equals(account))
                .orElseThrow(() -> new BusinessException(new BeneficiaryNotFound(id)));
    }

    /** The quote, or {@code quote_not_found}. */
    public Quote quote(QuoteId id) {
        return found(quotes.get(id), () -> new QuoteNotFound(id));
    }

    /** The account's quotes that are neither executed nor expired. */
    public OpenQuotes openQuotes(AccountId account) {
        requireOpened(account);
        return openQuotes.getOrDefault(account, OpenQuotes.none(account));
    }

    /** The transaction, or {@code not_found}. */
    public Transaction transaction(TransactionId id) {
        return found(transactions.get(id), () -> new NotFound("Transaction"));
    }

    /** The transaction, if there is one. */
    public Optional<Transaction> known(TransactionId id) {
        return Optional.ofNullable(transactions.get(id));
    }

    /** What has been decided about the transfer that the subjects name, on the side that receives; empty if nothing has. */
    public Optional<Transaction> credit() {
        return credit;
    }

    /** Ends a LOCKED payout. One that has ended stays as it is. */
    public Transaction end(TransactionId payout, BiFunction<Transaction, Instant, Movement> step) {
        var transaction = transaction(payout);
        return transaction.status() == TransactionStatus.LOCKED ? post(step.apply(transaction, now())) : transaction;
    }

    /** What the organization pays now. */
    public FeeSchedule feeSchedule(FeeKey key) {
        var schedule = feeSchedules.get(key);
        if (schedule == null) {
            throw new IllegalStateException(key + " is not among the subjects of the decision");
        }
        return schedule;
    }

    /** What the operator asks of the organization's payouts now. */
    public PayoutControls payoutControls(FeeKey key) {
        var controls = payoutControls.get(key);
        if (controls == null) {
            throw new IllegalStateException(key + " is not among the subjects of the decision");
        }
        return controls;
    }

    /** Empty if nothing was counted under the key yet. */
    public Optional<PayoutTally> payoutTally(PayoutTally.Key key) {
        return Optional.ofNullable(payoutTallies.get(key));
    }

    /** Empty if nothing is known of the arrival yet. */
    public Optional<Receipt> receipt(ReceiptId id) {
        return Optional.ofNullable(receipts.get(id));
    }

    @Override
    public Optional<IdempotencyRecord> remembered(IdempotencyKey key) {
        return Optional.ofNullable(remembered.get(key));
    }

    /** A new account, or the new state of a known one; or {@code reference_taken}. */
    public void record(Account account) {
        if (!accounts.containsKey(account.id())) {
            requireFree(account.reference(), account.id());
        }
        changedAccounts.add(account);
    }

    /** Of the request that the subjects name: what was not looked up might be remembered already. */
    @Override
    public void record(IdempotencyRecord answer) {
        if (!request.equals(Optional.of(answer.key()))) {
            throw new IllegalStateException("the decision has not named the request that it answers");
        }
        answers.add(answer);
    }

    /** The request that the key names may be sent anew. */
    public void forget(IdempotencyKey key) {
        forgotten.add(key);
    }

    /** A new beneficiary, or the new state of a known one; or {@code reference_taken}. */
    public void record(Beneficiary beneficiary) {
        var before = Optional.ofNullable(beneficiaries.get(beneficiary.id())).flatMap(Beneficiary::heldReference);
        if (before.isEmpty()) {
            requireFree(beneficiary.heldReference(), beneficiary.id());
        }
        changedBeneficiaries.add(beneficiary);
    }

    public void record(Quote quote) {
        changedQuotes.add(quote);
    }

    /** Records the account's changed tally of open quotes. */
    public void record(OpenQuotes changed) {
        changedOpenQuotes.add(changed);
    }

    /** Records a transaction whose state changed without money moving, or a new one that moves none yet; or {@code reference_taken}. */
    public Transaction record(Transaction transaction) {
        if (!transactions.containsKey(transaction.id())) {
            requireFree(transaction.memo().reference(), transaction.id());
        }
        changedTransactions.add(transaction);
        return transaction;
    }

    public void record(PayoutTally changed) {
        changedPayoutTallies.put(changed.key(), changed);
    }

    /** Puts a transfer into the outbox of the chain. */
    public void record(ChainTransfer transfer) {
        transfers.add(transfer);
    }

    /** A new receipt, or the new state of a known one. */
    public void record(Receipt receipt) {
        changedReceipts.add(receipt);
    }

    /** Puts a transfer into the outbox of its bank. */
    public void record(BankTransfer transfer) {
        bankTransfers.add(transfer);
    }

    /** Puts a transfer to another organization into its outbox. */
    public void record(NetworkTransfer transfer) {
        networkTransfers.add(transfer);
    }

    /** Books what the house has paid to a network. */
    public void record(GasCost cost) {
        gasCosts.add(cost);
    }

    /** What the organization's record of changes is to say about the decision. */
    public void record(AuditRecord record) {
        records.add(record);
    }

    /** Posts the movement and answers its transaction; or {@code reference_taken}, or {@code insufficient_funds}. */
    public Transaction post(Movement movement) {
        var transaction = record(movement.transaction());
        for (var posting : movement.postings()) {
            postings.add(posted(posting, transaction));
        }
        return transaction;
    }

    @Override
    public void discard() {
        changedAccounts.clear();
        changedBeneficiaries.clear();
        changedQuotes.clear();
        changedOpenQuotes.clear();
        changedTransactions.clear();
        changedPayoutTallies.clear();
        postings.clear();
        changedBalances.clear();
        transfers.clear();
        changedReceipts.clear();
        bankTransfers.clear();
        networkTransfers.clear();
        gasCosts.clear();
        records.clear();
        answers.clear();
        forgotten.clear();
    }

    /** All that was recorded. */
    public Changes changes() {
        return new Changes(
                changedAccounts,
                changedBeneficiaries,
                changedQuotes,
                changedOpenQuotes,
                changedTransactions,
                List.copyOf(changedPayoutTallies.values()),
                postings,
                List.copyOf(changedBalances.values()),
                transfers,
                changedReceipts,
                bankTransfers,
                networkTransfers,
                gasCosts,
                records,
                answers,
                forgotten);
    }

    private Posted posted(Posting posting, Transaction transaction) {
        var after = posting.account().map(account -> change(account, posting, notBackFrom(account, transaction.updatedAt())));
        var postedAt = after.map(Balance::changedAt).orElse(transaction.updatedAt());
        return new Posted(transaction.id(), transaction.organization(), posting, after, postedAt);
    }

    private Balance change(AccountId account, Posting posting, Instant now) {
        requireOpened(account);
        var key = new BalanceKey(account, posting.amount().asset());
        var balance = balances.getOrDefault(key, Balance.zero(account, key.asset()));
        for (var side : posting.sides()) {
            if (side.place() instanceof LedgerAccount.Customer customer) {
                balance = balance.post(customer.bucket(), side.change(), now);
            }
        }
        balances.put(key, balance);
        changedBalances.put(key, balance);
        return balance;
    }

    /** Clocks differ, and time does not run back in an account, whatever its assets. */
    private Instant notBackFrom(AccountId account, Instant now) {
        return balances.values().stream()
                .filter(balance -> balance.account().equals(account) && balance.changedAt().isAfter(now))
                .map(Balance::changedAt)
                .max(Comparator.naturalOrder())
                .orElse(now);
    }

    /** Whether a reference is free is known of the one that the subjects name. */
    private void requireFree(Optional<Reference> given, Object id) {
        if (given.isPresent() && !given.equals(reference)) {
            throw new IllegalStateException(given + " is not among the subjects of the decision");
        }
        holder.filter(other -> given.isPresent() && !other.equals(id.toString())).ifPresent(other -> {
            throw new BusinessException(new ReferenceTaken(given.orElseThrow().text(), other));
        });
    }

    /** The balances of an account that is not locked are not known, so nothing may be posted to it. */
    private void requireOpened(AccountId account) {
        if (!accounts.containsKey(account)) {
            throw new IllegalStateException(account + " is not among the subjects of the decision");
        }
    }

    private static <T> T found(T value, Supplier<BusinessError> otherwise) {
        if (value == null) {
            throw new BusinessException(otherwise.get());
        }
        return value;
    }

    private static <K, V> Map<K, V> byKey(Stream<V> values, Function<V, K> key) {
        return byKey(values, key, Function.identity());
    }

    private static <T, K, V> Map<K, V> byKey(Stream<T> things, Function<T, K> key, Function<T, V> value) {
        return things.collect(Collectors.toMap(key, value, (first, second) -> second, HashMap::new));
    }
}
