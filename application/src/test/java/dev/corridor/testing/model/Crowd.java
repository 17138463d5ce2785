package dev.corridor.testing.model;

import static dev.corridor.testing.Fixtures.aKeyOf;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.transaction.port.Chain.Sending;
import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.Balance;
import dev.corridor.domain.error.AssetNotSupported;
import dev.corridor.domain.error.Forbidden;
import dev.corridor.domain.error.IdempotencyError.IdempotencyKeyInUse;
import dev.corridor.domain.error.ValidationError;
import dev.corridor.domain.money.Asset;
import dev.corridor.domain.organization.Organization;
import dev.corridor.domain.quote.ConversionError.SlippageExceedsMaximum;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.transaction.Details;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionError.ChainSendFailed;
import dev.corridor.domain.transaction.TransactionFilter;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.testing.Fixtures;
import dev.corridor.testing.SequentialIds;
import dev.corridor.testing.SettableClock;
import dev.corridor.testing.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Customers of one organization who ask all at once, each on a node of their own choice, about the same things. Nobody can say what each of
 * them is answered; but the answers together tell what must be in the books, and nothing else may be.
 */
final class Crowd {

    private final Certainty certainty;
    private final Store store;
    private final Organization organization = Fixtures.anOrganization();
    private final List<UseCases> nodes;
    private final Known known;
    private final SettableClock clock = new SettableClock(Fixtures.NOON);
    private final Queue<Answered> answers = new ConcurrentLinkedQueue<>();

    private record Answered(Known.Named asked, Outcome outcome) {

        boolean isNamed() {
            return asked.name().isPresent();
        }

        /** The same text on another path is another name. */
        List<Object> name() {
            return List.of(asked.name().orElseThrow(), asked.step().getClass());
        }

        /** A send that fails may be tried again under its name, so it may well be answered differently. */
        boolean isSendThatMayFail() {
            return asked.step() instanceof Step.PayOutCrypto payout && payout.sending() != Sending.ACCEPTED;
        }

        Optional<String> text() {
            return switch (outcome) {
                case Outcome.Answered(Object answer) -> Optional.of(Outcome.textOf(answer));
                case Outcome.Refused(IdempotencyKeyInUse inUse) -> Optional.empty();
                // It depends on who asks, so the name is left to whoever may.
                case Outcome.Refused(Forbidden forbidden) -> Optional.empty();
                // There was no price, so nobody has asked the books for the name.
                case Outcome.Refused(ValidationError unpriced) -> Optional.empty();
                case Outcome.Refused(AssetNotSupported unpriced) -> Optional.empty();
                case Outcome.Refused(SlippageExceedsMaximum unpriced) -> Optional.empty();
                case Outcome.Refused(var error) -> Optional.of(Outcome.textOf(error));
                case Outcome.AnsweredAgain(String answer) -> Optional.of(answer);
            };
        }

        Optional<TransactionId> transaction() {
            return switch (outcome) {
                case Outcome.Answered(Transaction transaction) -> Optional.of(transaction.id());
                case Outcome.Refused(ChainSendFailed failed) -> Optional.of(failed.transaction());
                case Outcome.Answered other -> Optional.empty();
                case Outcome.Refused other -> Optional.empty();
                case Outcome.AnsweredAgain again -> again.transaction();
            };
        }
    }

    private record Purse(AccountId account, Asset asset) {}

    private record Holding(long available, long locked) {

        Holding plus(Holding other) {
            return new Holding(available + other.available, locked + other.locked);
        }

        Holding negated() {
            return new Holding(-available, -locked);
        }
    }

    /** @param stores nodes on one and the same data */
    Crowd(List<? extends Store> stores, Certainty certainty) {
        this.certainty = certainty;
        this.store = stores.getFirst();
        this.known = new Known(Opening.somebodyElse(store));
        store.registry().enrol(organization, aKeyOf(organization), List.of());
        var ids = new SequentialIds();
        this.nodes = stores.stream().map(each -> new UseCases(each, organization, ids, clock)).toList();
        Opening.steps(known).forEach(step -> take(certainty.named(new Known.Named(step.get(), Optional.empty())), nodes.getFirst()));
    }

    /** Every list is what one of them does, one after the other. */
    void take(List<List<Draw>> sequences) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var ends = new ArrayList<Future<?>>();
            for (int i = 0; i < sequences.size(); i++) {
                int customer = i;
                ends.add(threads.submit(() -> takeAll(sequences.get(customer), customer, threads)));
            }
            for (var end : ends) {
                end.get();
            }
        }
    }

    private Object takeAll(List<Draw> sequence, int customer, ExecutorService threads) throws Exception {
        for (var draw : sequence) {
            // Time stands still: what a name stands for is not forgotten.
            if (draw.kind() != Draw.Kind.TIME_PASSES && certainty.admits(draw)) {
                var asked = certainty.named(known.step(draw, clock.instant()));
                if (isImpatient(draw, asked)) {
                    var again = threads.submit(() -> take(asked, node(customer + 1)));
                    take(asked, node(customer));
                    again.get();
                } else {
                    take(asked, node(customer));
                }
            }
        }
        return sequence;
    }

    /** Who is impatient sends a request again, to another node, before it is answered. */
    private static boolean isImpatient(Draw draw, Known.Named asked) {
        return asked.name().isPresent() && draw.second() % 2 == 0;
    }

    private UseCases node(int customer) {
        return nodes.get(customer % nodes.size());
    }

    private void take(Known.Named asked, UseCases node) {
        switch (asked.step()) {
            case Step.Request request -> {
                var outcome = node.takeUntilAnswered(request, asked.name()).outcome();
                answers.add(new Answered(asked, outcome));
                known.learn(outcome);
            }
            case Step.Question question -> node.take(question);
            case Step.Event event -> node.take(event);
        }
    }

    void assertThatTheAnswersTellWhatIsInTheBooks() {
        assertThatNamesHaveOneAnswer();
        var transactions = assertThatNothingElseHappened();
        assertThatQuotesAreUsedOnce(transactions);
        assertThatReversalsAreLinked(transactions);
        assertThat(heldByTheBooks()).isEqualTo(held(transactions));
    }

    /** An answer that tells of something new names it, so one answer is one effect. */
    private void assertThatNamesHaveOneAnswer() {
        var texts = new HashMap<List<Object>, String>();
        for (var answer : answers) {
            if (answer.isNamed() && !answer.isSendThatMayFail()) {
                answer.text().ifPresent(text -> assertThat(text)
                        .as("answer to %s", answer.asked())
                        .isEqualTo(Objects.requireNonNullElse(texts.putIfAbsent(answer.name(), text), text)));
            }
        }
    }

    private Map<TransactionId, Transaction> assertThatNothingElseHappened() {
        var all = all().stream().collect(Collectors.toMap(Transaction::id, transaction -> transaction));
        Set<TransactionId> told = answers.stream().map(Answered::transaction).flatMap(Optional::stream).collect(toSet());
        var debits = all.values().stream()
                .flatMap(found -> found.details() instanceof Details.TransferIn in ? Stream.of(in.debit()) : Stream.empty())
                .toList();
        assertThat(debits).doesNotHaveDuplicates();
        assertThat(all.values())
                .filteredOn(found -> !(found.details() instanceof Details.TransferIn))
                .extracting(Transaction::id)
                .containsExactlyInAnyOrderElementsOf(told);
        return all;
    }

    private List<Transaction> all() {
        var all = new ArrayList<Transaction>();
        Page<Transaction> page;
        do {
            var after = all.isEmpty() ? Optional.<TransactionId>empty() : Optional.of(all.getLast().id());
            page = store.transactions().page(organization.id(), TransactionFilter.ALL, new PageRequest<>(PageRequest.MAX_LIMIT, after));
            all.addAll(page.items());
        } while (page.hasMore());
        return all;
    }

    private void assertThatQuotesAreUsedOnce(Map<TransactionId, Transaction> transactions) {
        var trades = new HashMap<QuoteId, Transaction>();
        for (var transaction : transactions.values()) {
            if (transaction.details() instanceof Details.Trade trade) {
                assertThat(trades.put(trade.quote(), transaction)).as("another trade of %s", trade.quote()).isNull();
            }
        }
        for (var quote : known.quotes()) {
            boolean used = store.quotes().find(organization.id(), quote).orElseThrow() instanceof Quote.Completed;
            assertThat(used).as("%s is used", quote).isEqualTo(trades.containsKey(quote));
        }
    }

    private static void assertThatReversalsAreLinked(Map<TransactionId, Transaction> transactions) {
        var reversals = new HashMap<TransactionId, TransactionId>();
        for (var transaction : transactions.values()) {
            if (transaction.details() instanceof Details.Adjustment adjustment) {
                assertThat(reversals.put(adjustment.reverses(), transaction.id())).isNull();
            }
        }
        transactions.forEach((id, transaction) -> assertThat(transaction.reversedBy()).isEqualTo(Optional.ofNullable(reversals.get(id))));
    }

    /** What is to be held after all that has happened; the order does not matter. */
    private static Map<Purse, Holding> held(Map<TransactionId, Transaction> transactions) {
        var held = new HashMap<Purse, Holding>();
        for (var transaction : transactions.values()) {
            moved(transaction, transactions).forEach((purse, moved) -> held.merge(purse, moved, Holding::plus));
        }
        return held;
    }

    private static Map<Purse, Holding> moved(Transaction transaction, Map<TransactionId, Transaction> transactions) {
        var purse = new Purse(transaction.account(), transaction.amount().asset());
        long amount = transaction.amount().units();
        return switch (transaction.details()) {
            case Details.CryptoPayin payin -> Map.of(purse, new Holding(amount, 0));
            case Details.FiatPayin payin -> Map.of(purse, new Holding(amount, 0));
            case Details.PayoutReturn back -> Map.of(purse, new Holding(amount, 0));
            case Details.Payout payout -> paidOut(transaction).map(moved -> Map.of(purse, moved)).orElse(Map.of());
            case Details.TransferOut out -> Map.of(purse, new Holding(-amount, 0));
            case Details.TransferIn in -> Map.of(purse, new Holding(amount, 0));
            case Details.NetworkTransferOut out -> throw new IllegalArgumentException("nobody here pays over the network");
            case Details.NetworkTransferIn in -> throw new IllegalArgumentException("nobody here is paid over the network");
            case Details.Trade trade -> Map.of(
                    purse,
                    new Holding(-amount, 0),
                    new Purse(transaction.account(), trade.received().asset()),
                    new Holding(trade.received().units(), 0));
            case Details.Adjustment adjustment -> {
                var back = new HashMap<Purse, Holding>();
                moved(transactions.get(adjustment.reverses()), transactions)
                        .forEach((each, moved) -> back.put(each, moved.negated()));
                yield back;
            }
        };
    }

    /** With its fee. What waits has moved nothing, and may stand in a purse that has never held anything. */
    private static Optional<Holding> paidOut(Transaction payout) {
        long amount = payout.amount().plus(payout.fee().orElseThrow().total()).units();
        return switch (payout.status()) {
            case LOCKED -> Optional.of(new Holding(-amount, amount));
            case COMPLETED, REFUNDED -> Optional.of(new Holding(-amount, 0));
            case EXPECTED, DECLINED -> Optional.empty();
        };
    }

    private Map<Purse, Holding> heldByTheBooks() {
        var held = new HashMap<Purse, Holding>();
        for (var account : known.accounts()) {
            for (var balance : store.accounts().balances(organization.id(), account)) {
                held.put(new Purse(account, balance.asset()), holding(balance));
            }
        }
        return held;
    }

    private static Holding holding(Balance balance) {
        return new Holding(balance.available().units(), balance.locked().units());
    }
}
