package dev.corridor.persistence.books;

import dev.corridor.application.books.Aggregates;
import dev.corridor.application.books.Changes;
import dev.corridor.application.books.Moment;
import dev.corridor.application.books.Posted;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.Balance;
import dev.corridor.domain.audit.AuditRecord;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.beneficiary.BeneficiaryId;
import dev.corridor.domain.fee.FeeKey;
import dev.corridor.domain.fee.FeeSchedule;
import dev.corridor.domain.funding.Receipt;
import dev.corridor.domain.funding.ReceiptId;
import dev.corridor.domain.idempotency.IdempotencyKey;
import dev.corridor.domain.idempotency.IdempotencyRecord;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.organization.Standing;
import dev.corridor.domain.quote.OpenQuotes;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.transaction.BankTransfer;
import dev.corridor.domain.transaction.ChainTransfer;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.GasCost;
import dev.corridor.domain.transaction.NetworkTransfer;
import dev.corridor.domain.transaction.PayoutControls;
import dev.corridor.domain.transaction.PayoutTally;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.domain.transaction.TransactionStatus;
import dev.corridor.persistence.Statements;
import dev.corridor.persistence.account.AccountRows;
import dev.corridor.persistence.account.BalanceRows;
import dev.corridor.persistence.audit.AuditRows;
import dev.corridor.persistence.beneficiary.BeneficiaryRows;
import dev.corridor.persistence.feed.EventRows;
import dev.corridor.persistence.funding.ReceiptRows;
import dev.corridor.persistence.idempotency.IdempotencyRows;
import dev.corridor.persistence.organization.StandingRows;
import dev.corridor.persistence.quote.OpenQuoteRows;
import dev.corridor.persistence.quote.QuoteRows;
import dev.corridor.persistence.transaction.BankTransferRows;
import dev.corridor.persistence.transaction.GasCostRows;
import dev.corridor.persistence.transaction.HoldRows;
import dev.corridor.persistence.transaction.NetworkTransferRows;
import dev.corridor.persistence.transaction.PayoutTermRows;
import dev.corridor.persistence.transaction.PayoutTermRows.Terms;
import dev.corridor.persistence.transaction.PostingRows;
import dev.corridor.persistence.transaction.TransactionRows;
import dev.corridor.persistence.transaction.TransferRows;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The aggregates that a batch has locked, in the state left by its decisions so far, and everything recorded by them. A decision sees only
 * what it named, within its organization.
 *
 * <p>New aggregates are not included, except receipts and transactions: no other decision can name an id that no client has received yet, but those of
 * items of batches are given before.
 */
final class BatchState implements Aggregates {

    private Set<OrganizationId> away = Set.of();
    private Moment moment;
    private final Map<AccountId, Account> accounts = new HashMap<>();
    private final Map<AccountId, Map<Asset, Balance>> balances = new HashMap<>();
    private final Map<BeneficiaryId, Beneficiary> beneficiaries = new HashMap<>();
    private final Map<QuoteId, Quote> quotes = new HashMap<>();
    private final Map<AccountId, OpenQuotes> openQuotes = new HashMap<>();
    private final Map<TransactionId, Transaction> transactions = new HashMap<>();
    private final Map<Priced, FeeSchedule> feeSchedules = new HashMap<>();
    private final Map<Priced, PayoutControls> payoutControls = new HashMap<>();
    private final Map<PayoutTally.Key, PayoutTally> payoutTallies = new HashMap<>();
    private final Map<Debit, Transaction> credits = new HashMap<>();
    private final Map<ReceiptId, Receipt> receipts = new HashMap<>();
    private final Map<IdempotencyKey, IdempotencyRecord> remembered = new HashMap<>();
    private final Map<OrganizationId, Standing> standings = new HashMap<>();
    private final Map<Reference, String> holders = new HashMap<>();

    private final Map<AccountId, Account> changedAccounts = new LinkedHashMap<>();
    private final Map<BeneficiaryId, Beneficiary> changedBeneficiaries = new LinkedHashMap<>();
    private final List<Quote> issuedQuotes = new ArrayList<>();
    private final Map<QuoteId, Quote> changedQuotes = new LinkedHashMap<>();
    private final Map<AccountId, OpenQuotes> changedOpenQuotes = new LinkedHashMap<>();
    private final Map<TransactionId, Transaction> newTransactions = new LinkedHashMap<>();
    private final Map<TransactionId, Transaction> changedTransactions = new LinkedHashMap<>();
    private final Map<PayoutTally.Key, PayoutTally> changedPayoutTallies = new LinkedHashMap<>();
    private final List<Posted> postings = new ArrayList<>();
    private final Map<BalanceKey, Balance> newBalances = new LinkedHashMap<>();
    private final Map<BalanceKey, Balance> changedBalances = new LinkedHashMap<>();
    private final EventRows events = new EventRows();
    private final List<ChainTransfer> transfers = new ArrayList<>();
    private final Map<ReceiptId, Receipt> newReceipts = new TreeMap<>(Comparator.comparing(ReceiptId::toString));
    private final Map<ReceiptId, Receipt> resolvedReceipts = new LinkedHashMap<>();
    private final List<BankTransfer> bankTransfers = new ArrayList<>();
    private final List<NetworkTransfer> networkTransfers = new ArrayList<>();
    private final List<GasCost> gasCosts = new ArrayList<>();
    private final List<AuditRecord> records = new ArrayList<>();
    private final List<IdempotencyRecord> answers = new ArrayList<>();
    private final List<IdempotencyRecord> replacedAnswers = new ArrayList<>();
    private final List<IdempotencyKey> forgottenAnswers = new ArrayList<>();

    private record BalanceKey(AccountId account, Asset asset) {}

    /** A transfer, on the side of the organization that receives it. */
    private record Debit(OrganizationId receiver, TransactionId transaction) {}

    private record Priced(OrganizationId organization, FeeKey key) {}

    void load(Moment moment) {
        this.moment = moment;
    }

    void loadAway(Set<OrganizationId> organizations) {
        away = organizations;
    }

    boolean isAway(OrganizationId organization) {
        return away.contains(organization);
    }

    void load(Account account) {
        accounts.put(account.id(), account);
    }

    void load(Balance balance) {
        balances.computeIfAbsent(balance.account(), account -> new HashMap<>()).put(balance.asset(), balance);
    }

    void load(Beneficiary beneficiary) {
        beneficiaries.put(beneficiary.id(), beneficiary);
    }

    void load(Quote quote) {
        quotes.put(quote.id(), quote);
    }

    void load(OpenQuotes open) {
        openQuotes.put(open.account(), open);
    }

    void load(Transaction transaction) {
        transactions.put(transaction.id(), transaction);
    }

    /** A transaction that is named by the transfer that it takes in. */
    void loadCredit(Transaction credit) {
        if (credit.details() instanceof Details.IncomingTransfer transfer) {
            credits.put(new Debit(credit.organization(), transfer.debit()), credit);
        }
    }

    void load(Terms terms) {
        var priced = new Priced(terms.organization(), terms.key());
        feeSchedules.put(priced, terms.fee());
        payoutControls.put(priced, terms.controls());
        terms.tallies().forEach(tally -> payoutTallies.put(tally.key(), tally));
    }

    void load(Receipt receipt) {
        receipts.put(receipt.id(), receipt);
    }

    void load(IdempotencyRecord answer) {
        remembered.put(answer.key(), answer);
    }

    void load(StandingRows.Found found) {
        standings.put(found.organization(), found.standing());
    }

    void load(Reference reference, String holder) {
        holders.put(reference, holder);
    }

    @Override
    public Moment moment() {
        return moment;
    }

    @Override
    public Optional<Account> account(AccountId id) {
        return Optional.ofNullable(accounts.get(id));
    }

    @Override
    public Collection<Balance> balances(AccountId account) {
        return balances.getOrDefault(account, Map.of()).values();
    }

    @Override
    public Optional<Beneficiary> beneficiary(BeneficiaryId id) {
        return Optional.ofNullable(beneficiaries.get(id));
    }

    @Override
    public Optional<Quote> quote(QuoteId id) {
        return Optional.ofNullable(quotes.get(id));
    }

    @Override
    public Optional<OpenQuotes> openQuotes(AccountId account) {
        return Optional.ofNullable(openQuotes.get(account));
    }

    @Override
    public Optional<Transaction> transaction(TransactionId id) {
        return Optional.ofNullable(transactions.get(id));
    }

    @Override
    public Optional<Transaction> credit(OrganizationId organization, TransactionId debit) {
        return Optional.ofNullable(credits.get(new Debit(organization, debit)));
    }

    @Override
    public Optional<Receipt> receipt(ReceiptId id) {
        return Optional.ofNullable(receipts.get(id));
    }

    @Override
    public Optional<Standing> standing(OrganizationId organization) {
        return Optional.ofNullable(standings.get(organization));
    }

    @Override
    public Optional<IdempotencyRecord> remembered(IdempotencyKey key) {
        return Optional.ofNullable(remembered.get(key));
    }

    @Override
    public FeeSchedule feeSchedule(OrganizationId organization, FeeKey key) {
        return feeSchedules.get(new Priced(organization, key));
    }

    @Override
    public PayoutControls payoutControls(OrganizationId organization, FeeKey key) {
        return payoutControls.get(new Priced(organization, key));
    }

    @Override
    public Optional<PayoutTally> payoutTally(PayoutTally.Key key) {
        return Optional.ofNullable(payoutTallies.get(key));
    }

    @Override
    public Optional<String> holder(Reference reference) {
        return Optional.ofNullable(holders.get(reference));
    }

    /** Adds what a decision has recorded. */
    void keep(Changes changes) {
        changes.accounts().forEach(this::keep);
        changes.beneficiaries().forEach(this::keep);
        changes.quotes().forEach(this::keep);
        changes.openQuotes().forEach(this::keep);
        changes.transactions().forEach(this::keep);
        changes.quotes().forEach(events::add);
        changes.transactions().forEach(events::add);
        changes.beneficiaries().forEach(events::add);
        changes.payoutTallies().forEach(this::keep);
        postings.addAll(changes.postings());
        changes.balances().forEach(this::keep);
        transfers.addAll(changes.transfers());
        changes.receipts().forEach(this::keep);
        bankTransfers.addAll(changes.bankTransfers());
        networkTransfers.addAll(changes.networkTransfers());
        gasCosts.addAll(changes.gasCosts());
        records.addAll(changes.records());
        changes.forgotten().forEach(this::forget);
        changes.answers().forEach(this::keep);
    }

    private void keep(Account account) {
        account.reference().ifPresent(reference -> load(reference, account.id().toString()));
        accounts.replace(account.id(), account);
        changedAccounts.put(account.id(), account);
    }

    private void keep(Beneficiary beneficiary) {
        keepReference(beneficiary.reference(), beneficiary.heldReference(), beneficiary.id().toString());
        beneficiaries.replace(beneficiary.id(), beneficiary);
        changedBeneficiaries.put(beneficiary.id(), beneficiary);
    }

    private void keep(Quote quote) {
        if (quotes.replace(quote.id(), quote) == null) {
            issuedQuotes.add(quote);
        } else {
            changedQuotes.put(quote.id(), quote);
        }
    }

    private void keep(OpenQuotes open) {
        load(open);
        changedOpenQuotes.put(open.account(), open);
    }

    private void keep(Transaction transaction) {
        keepReference(transaction.memo().reference(), transaction.heldReference(), transaction.id().toString());
        boolean isKnown = transactions.put(transaction.id(), transaction) != null;
        loadCredit(transaction);
        keep(transaction.id(), transaction, isKnown, newTransactions, changedTransactions);
        if (isGivenBack(transaction)) {
            PayoutTally.giveBack(transaction, payoutTallies);
        }
    }

    private static boolean isGivenBack(Transaction transaction) {
        return transaction.isPayoutThat(TransactionStatus.DECLINED) && transaction.lockedAt().isPresent();
    }

    private void keep(PayoutTally tally) {
        payoutTallies.put(tally.key(), tally);
        changedPayoutTallies.put(tally.key(), tally);
    }

    /** What is archived or declined gives its reference back, so the decisions after it may use it. */
    private void keepReference(Optional<Reference> reference, Optional<Reference> held, String holder) {
        reference.ifPresent(given -> holders.remove(given, holder));
        held.ifPresent(kept -> load(kept, holder));
    }

    private void keep(Balance balance) {
        boolean isKnown = balances.getOrDefault(balance.account(), Map.of()).containsKey(balance.asset());
        load(balance);
        keep(new BalanceKey(balance.account(), balance.asset()), balance, isKnown, newBalances, changedBalances);
    }

    /** A new one can be named by the decisions after it: its id is made of what has arrived. */
    private void keep(Receipt receipt) {
        boolean isKnown = receipts.put(receipt.id(), receipt) != null;
        keep(receipt.id(), receipt, isKnown, newReceipts, resolvedReceipts);
    }

    /** What a decision before it in the batch has made is still new to the database. */
    private static <K, V> void keep(K key, V value, boolean isKnown, Map<K, V> made, Map<K, V> changed) {
        (isKnown && !made.containsKey(key) ? changed : made).put(key, value);
    }

    private void keep(IdempotencyRecord answer) {
        Optional.ofNullable(remembered.put(answer.key(), answer)).ifPresent(replacedAnswers::add);
        answers.add(answer);
    }

    private void forget(IdempotencyKey key) {
        remembered.remove(key);
        forgottenAnswers.add(key);
    }

    /**
     * Adds what the batch writes, in the order of {@link BatchFunctions#WRITE}: each aggregate once, in its last state, and an event per state. What has a
     * reference is written in one order by all, so transactions that wait for each other's references cannot deadlock.
     */
    void write(Statements statements) {
        var added = byReference(newTransactions.values(), transaction -> transaction.memo().reference());
        var changed = List.copyOf(changedTransactions.values());
        var transactionRows = Stream.concat(added.stream(), changed.stream()).toList();
        AccountRows.record(byReference(changedAccounts.values(), Account::reference), statements);
        BeneficiaryRows.record(byReference(changedBeneficiaries.values(), Beneficiary::reference), statements);
        QuoteRows.record(issuedQuotes, statements);
        QuoteRows.change(List.copyOf(changedQuotes.values()), statements);
        OpenQuoteRows.change(List.copyOf(changedOpenQuotes.values()), this::organizationOf, statements);
        TransactionRows.record(added, statements);
        TransactionRows.change(changed, statements);
        HoldRows.record(transactionRows, statements);
        PayoutTermRows.count(List.copyOf(changedPayoutTallies.values()), statements);
        PayoutTermRows.giveBack(transactionRows.stream().filter(BatchState::isGivenBack).toList(), statements);
        PostingRows.append(postings, statements);
        BalanceRows.record(newBalances.values(), this::organizationOf, statements);
        BalanceRows.change(changedBalances.values(), this::organizationOf, statements);
        TransferRows.record(transfers, this::createdAt, statements);
        TransferRows.end(ended(Details.CryptoPayout.class, transactionRows), statements);
        ReceiptRows.record(List.copyOf(newReceipts.values()), statements);
        ReceiptRows.resolve(List.copyOf(resolvedReceipts.values()), statements);
        BankTransferRows.record(bankTransfers, this::createdAt, statements);
        BankTransferRows.end(ended(Details.FiatPayout.class, transactionRows), statements);
        NetworkTransferRows.record(networkTransfers, this::createdAt, statements);
        GasCostRows.append(gasCosts, statements);
        AuditRows.append(records, statements);
        events.record(statements);
        IdempotencyRows.forget(forgottenAnswers, statements);
        IdempotencyRows.record(answers, replacedAnswers, statements);
    }

    private static <T> List<T> byReference(Collection<T> things, Function<T, Optional<Reference>> reference) {
        return things.stream()
                .sorted(Comparator.comparing(thing -> reference.apply(thing).map(Reference::text).orElse("")))
                .toList();
    }

    private Instant createdAt(TransactionId transaction) {
        return transactions.get(transaction).createdAt();
    }

    private OrganizationId organizationOf(AccountId account) {
        return accounts.get(account).organization();
    }

    private static List<Transaction> ended(Class<? extends Details> payouts, List<Transaction> all) {
        return all.stream()
                .filter(transaction -> payouts.isInstance(transaction.details()) && transaction.lockedAt().isPresent())
                .filter(transaction -> transaction.status() != TransactionStatus.LOCKED)
                .toList();
    }
}
