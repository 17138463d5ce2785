package dev.corridor.testing;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aCryptoBeneficiaryOf;
import static dev.corridor.testing.Fixtures.aCryptoPayoutTo;
import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.aKeyOf;
import static dev.corridor.testing.Fixtures.aLiveQuoteOf;
import static dev.corridor.testing.Fixtures.aReversed;
import static dev.corridor.testing.Fixtures.aSecret;
import static dev.corridor.testing.Fixtures.aTradeOf;
import static dev.corridor.testing.Fixtures.anAccountOf;
import static dev.corridor.testing.Fixtures.anOrganization;
import static dev.corridor.testing.Fixtures.theReversalOf;
import static dev.corridor.testing.Fixtures.usd;
import static dev.corridor.testing.Fixtures.usdc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.corridor.application.books.Subjects;
import dev.corridor.application.feed.port.Events;
import dev.corridor.domain.access.ApiKeyChange;
import dev.corridor.domain.access.KeyTerms;
import dev.corridor.domain.access.Operator;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.feed.Event;
import dev.corridor.domain.feed.Event.ApiKeyEvent;
import dev.corridor.domain.feed.Event.BeneficiaryEvent;
import dev.corridor.domain.feed.Event.QuoteEvent;
import dev.corridor.domain.feed.Event.TransactionEvent;
import dev.corridor.domain.feed.EventKind;
import dev.corridor.domain.feed.Topic;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What {@link Events} promises. */
public abstract class EventsContract extends StoreContract {

    private static final int MANY = 1_000;
    private static final Instant LONG_AGO = Instant.EPOCH;
    private static final Instant FAR_AHEAD = Instant.parse("2100-01-01T00:00:00Z");

    /** After it: time goes on from test to test. */
    private static final AtomicLong DAYS = new AtomicLong();

    @Test
    void every_state_is_told_as_it_was_and_in_order() {
        var deposit = posted(aDepositTo(account, usdc("9.000000")));
        var payout = posted(aCryptoPayoutTo(stored(aCryptoBeneficiaryOf(account)), usdc("9.000000")));
        var completed = posted(payout.complete(NOON.plusSeconds(9)));
        var partly = completed.takeBack(new TransactionId(new SequentialIds().next()), usdc("4.000000"), NOON.plusSeconds(10));
        var returned = store.books().decide(Subjects.transaction(organization.id(), payout.id()), open -> {
            open.record(partly);
            return open.post(Transaction.payoutReturn(partly, "0xbeef"));
        });
        var dollars = posted(aDepositTo(account, usd("100.00")));
        var trade = posted(aTradeOf(stored(aLiveQuoteOf(account))));
        var reversed = aReversed(trade);
        var reversal = store.books().decide(Subjects.transaction(organization.id(), trade.id()), open -> {
            open.record(reversed);
            return open.post(theReversalOf(reversed, NOON.plusSeconds(20)));
        });

        assertThat(transactionsOf(read(transactions(), 0)))
                .containsExactly(deposit, payout, completed, partly, returned, dollars, trade, reversed, reversal);
        assertThat(read(transactions(), 0)).extracting(Event::sequence).isSorted().doesNotHaveDuplicates().allMatch(sequence -> sequence > 0);
    }

    @Test
    void a_quote_is_told_of_when_it_is_issued_and_when_it_is_executed() {
        posted(aDepositTo(account, usd("100.00")));
        var quote = stored(aLiveQuoteOf(account));
        var executed = quote.execute(NOON);
        store.books().decide(Subjects.quote(organization.id(), quote.id()), open -> {
            open.record(executed);
            return open.post(aTradeOf(quote));
        });

        assertThat(read(quotes(), 0)).extracting(event -> ((QuoteEvent) event).quote()).containsExactly(quote, executed);
        assertThat(read(transactions(), 0)).hasSize(2);
    }

    @Test
    void a_beneficiary_is_told_of_as_it_was_when_it_was_registered_and_archived() {
        var active = stored(aCryptoBeneficiaryOf(account));
        var archived = active.archive(NOON.plusSeconds(9));
        store.books().decide(Subjects.beneficiary(organization.id(), account.id(), active.id()), open -> {
            open.record(archived);
            return archived;
        });

        assertThat(read(new Topic(organization.id(), EventKind.BENEFICIARY), 0))
                .extracting(event -> ((BeneficiaryEvent) event).beneficiary())
                .containsExactly(active, archived);
    }

    @Test
    void what_is_done_to_a_key_is_told_of() {
        var key = aKeyOf(organization);
        var locked = key.lock(NOON.plusSeconds(1));
        var unlocked = locked.unlock(NOON.plusSeconds(2));
        var rotated = unlocked.rotate(aSecret(), Optional.empty(), Duration.ZERO, NOON.plusSeconds(3));
        var changed = rotated.change(KeyTerms.unlimited("Another", Environment.SANDBOX), NOON.plusSeconds(4));
        var deleted = changed.delete(NOON.plusSeconds(5));
        store.registry().decide(organization.id(), Optional.empty(), open -> {
            open.add(key);
            return key;
        });
        for (var step : List.of(locked, unlocked, rotated, changed, deleted)) {
            store.registry().decide(organization.id(), Optional.empty(), open -> {
                open.replace(step, new Operator(), NOON);
                return step;
            });
        }

        assertThat(read(new Topic(organization.id(), EventKind.API_KEY), 0))
                .extracting(event -> ((ApiKeyEvent) event).change())
                .containsExactly(
                        ApiKeyChange.CREATED,
                        ApiKeyChange.LOCKED,
                        ApiKeyChange.UNLOCKED,
                        ApiKeyChange.ROTATED,
                        ApiKeyChange.CHANGED,
                        ApiKeyChange.DELETED);
    }

    @Test
    void a_decision_that_refuses_is_not_told_of() {
        var refused = catchThrowable(() -> posted(aCryptoPayoutTo(stored(aCryptoBeneficiaryOf(account)), usdc("1.000000"))));

        assertThat(refused).isNotNull();
        assertThat(read(transactions(), 0)).isEmpty();
    }

    @Test
    void only_the_topics_that_were_asked_for_are_read() {
        var stranger = stored(anOrganization());
        var theirs = stored(anAccountOf(stranger));
        posted(aDepositTo(account, usd("1.00")));
        posted(aDepositTo(theirs, usd("2.00")));
        stored(aLiveQuoteOf(theirs));

        assertThat(read(quotes(), 0)).isEmpty();
        assertThat(transactionsOf(read(transactions(), 0))).extracting(Transaction::amount).containsExactly(usd("1.00"));
        var both = store.events()
                .read(List.of(quotes(), new Topic(stranger.id(), EventKind.TRANSACTION)), 0, store.events().horizon(organization.id()), MANY);
        assertThat(transactionsOf(both)).extracting(Transaction::amount).containsExactly(usd("2.00"));
        assertThat(store.events().read(List.of(), 0, store.events().horizon(organization.id()), MANY)).isEmpty();
    }

    @Test
    void they_are_read_from_a_sequence_on_and_no_further_than_asked() {
        var deposits = LongStream.rangeClosed(1, 5).mapToObj(i -> posted(aDepositTo(account, usd(i + ".00")))).toList();
        var all = read(transactions(), 0);

        assertThat(transactionsOf(read(transactions(), all.get(2).sequence()))).isEqualTo(deposits.subList(2, 5));
        assertThat(store.events().read(Set.of(transactions()), 0, all.get(3).sequence(), MANY)).isEqualTo(all.subList(0, 3));
        assertThat(store.events().read(Set.of(transactions()), 0, store.events().horizon(organization.id()), 2)).isEqualTo(all.subList(0, 2));
    }

    @Test
    void their_numbers_count_the_events_of_their_topic() {
        var theirs = stored(anAccountOf(stored(anOrganization())));
        stored(aLiveQuoteOf(account));
        for (int i = 0; i < 5; i++) {
            posted(aDepositTo(account, usd("1.00")));
            posted(aDepositTo(theirs, usd("1.00")));
        }

        var all = read(transactions(), 0);
        for (int i = 0; i < 5; i++) {
            assertThat(store.events().numberBefore(transactions(), all.get(i).sequence())).isEqualTo(i);
            assertThat(sequenceOf(i + 1)).hasValue(all.get(i).sequence());
            assertThat(store.events().sequenceOf(transactions(), i + 1, all.get(i).sequence())).isEmpty();
        }
        assertThat(store.events().numberBefore(transactions(), store.events().horizon(organization.id()))).isEqualTo(5);
        assertThat(store.events().numberBefore(quotes(), store.events().horizon(organization.id()))).isEqualTo(1);
        assertThat(sequenceOf(0)).hasValue(0);
        assertThat(sequenceOf(6)).isEmpty();
        assertThat(sequenceOf(Long.MAX_VALUE)).isEmpty();
    }

    @Test
    void numbers_stay_when_events_are_forgotten() {
        for (int i = 0; i < 5; i++) {
            posted(aDepositTo(account, usd("1.00")));
        }
        var all = read(transactions(), 0);

        forgetAll();

        assertThat(store.events().numberBefore(transactions(), store.events().horizon(organization.id()))).isEqualTo(5);
        assertThat(LongStream.rangeClosed(0, 4).mapToObj(this::sequenceOf)).allMatch(OptionalLong::isEmpty);
        assertThat(sequenceOf(5)).hasValue(all.getLast().sequence());
        posted(aDepositTo(account, usd("1.00")));
        assertThat(sequenceOf(6)).hasValue(read(transactions(), 0).getFirst().sequence());
    }

    /** Calls with time between them, until everything has been forgotten for long. */
    private void forgetAll() {
        for (int i = 0; i < 3; i++) {
            store.events().forget(FAR_AHEAD.plus(Duration.ofDays(DAYS.incrementAndGet())), Duration.ofDays(1));
        }
    }

    private OptionalLong sequenceOf(long number) {
        return store.events().sequenceOf(transactions(), number, store.events().horizon(organization.id()));
    }

    @Test
    void the_steps_of_one_decision_are_read_one_by_one() {
        store.books().decide(Subjects.account(organization.id(), account.id()), open -> {
            LongStream.rangeClosed(1, 5).forEach(i -> open.post(aDepositTo(account, usd(i + ".00"))));
            return open;
        });

        var all = read(transactions(), 0);

        assertThat(transactionsOf(all)).extracting(Transaction::amount).containsExactly(usd("1"), usd("2"), usd("3"), usd("4"), usd("5"));
        assertThat(read(transactions(), all.get(2).sequence())).isEqualTo(all.subList(2, 5));
        assertThat(store.events().read(Set.of(transactions()), 0, all.get(3).sequence(), MANY)).isEqualTo(all.subList(0, 3));
        assertThat(store.events().read(Set.of(transactions()), 0, store.events().horizon(organization.id()), 2)).isEqualTo(all.subList(0, 2));
        assertThat(store.events().numberBefore(transactions(), all.get(3).sequence())).isEqualTo(3);
        assertThat(LongStream.rangeClosed(1, 5).mapToObj(this::sequenceOf).map(OptionalLong::orElseThrow))
                .isEqualTo(all.stream().map(Event::sequence).toList());
    }

    /** Whatever happens meanwhile: whoever goes on at the horizon of the last reading misses nothing and reads nothing twice. */
    @Test
    void nothing_is_added_below_the_horizon() throws Exception {
        var accounts = IntStream.range(0, 4).mapToObj(i -> stored(anAccountOf(organization))).toList();
        var read = new ArrayList<Event>();
        long position = 0;

        try (var threads = Executors.newFixedThreadPool(accounts.size())) {
            var deposits = accounts.stream().map(to -> threads.submit(depositsTo(to))).toList();
            boolean done;
            do {
                done = deposits.stream().allMatch(Future::isDone);
                long horizon = store.events().horizon(organization.id());
                read.addAll(store.events().read(Set.of(transactions()), position, horizon, MANY));
                position = horizon;
            } while (!done);
        }

        long horizon = store.events().horizon(organization.id());
        read.addAll(store.events().read(Set.of(transactions()), position, horizon, MANY));
        assertThat(read).extracting(Event::sequence).isSorted().doesNotHaveDuplicates();
        assertThat(new HashSet<>(transactionsOf(read)))
                .isEqualTo(new HashSet<>(transactionsOf(read(transactions(), 0))))
                .hasSize(accounts.size() * 100);
    }

    private Callable<Void> depositsTo(Account to) {
        return () -> {
            for (int i = 0; i < 100; i++) {
                posted(aDepositTo(to, usd("1.00")));
            }
            return null;
        };
    }

    @Test
    void old_ones_are_forgotten_and_it_is_known_how_far() {
        for (int i = 1; i <= 5; i++) {
            posted(aDepositTo(account, usd("1.00")));
        }
        var all = read(transactions(), 0);

        store.events().forget(LONG_AGO, Duration.ofDays(1));
        assertThat(store.events().forgottenUntil(transactions())).isZero();
        assertThat(read(transactions(), 0)).isEqualTo(all);

        forgetAll();

        long last = all.getLast().sequence();
        assertThat(read(transactions(), 0)).isEmpty();
        assertThat(store.events().forgottenUntil(transactions())).isEqualTo(last);
        assertThat(store.events().forgottenUntil(quotes())).isZero();
        assertThat(store.events().numberBefore(transactions(), store.events().horizon(organization.id()))).isEqualTo(5);
        posted(aDepositTo(account, usd("2.00")));
        assertThat(read(transactions(), last + 1)).hasSize(1);
    }

    private Topic transactions() {
        return new Topic(organization.id(), EventKind.TRANSACTION);
    }

    private Topic quotes() {
        return new Topic(organization.id(), EventKind.QUOTE);
    }

    private List<Event> read(Topic topic, long from) {
        return store.events().read(Set.of(topic), from, store.events().horizon(topic.organization()), MANY);
    }

    private static List<Transaction> transactionsOf(List<Event> events) {
        return events.stream().map(event -> ((TransactionEvent) event).transaction()).toList();
    }
}
