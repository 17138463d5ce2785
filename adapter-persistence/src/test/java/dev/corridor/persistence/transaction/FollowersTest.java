package dev.corridor.persistence.transaction;

import static dev.corridor.testing.Fixtures.anAccountOf;
import static dev.corridor.testing.Fixtures.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.corridor.application.PageRequest;
import dev.corridor.application.transaction.Deposit;
import dev.corridor.application.transaction.DepositService;
import dev.corridor.domain.access.ApiKeyId;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.organization.Environment;
import dev.corridor.domain.transaction.Statement;
import dev.corridor.domain.transaction.Statement.Period;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionFilter;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.persistence.lane.LaneSettings;
import dev.corridor.persistence.testing.PostgresStore;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.testing.Store;
import dev.corridor.testing.StoreContract;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A client that polls while two nodes write sees everything in the end, and nothing changes behind it. */
class FollowersTest extends StoreContract {

    private static final int WRITERS_OF_A_NODE = 12;
    private static final int ACCOUNTS = 8;
    private static final Duration LOAD = Duration.ofSeconds(4);
    private static final int PAGE = 7;

    private final TestDatabase database = TestDatabase.create();
    private final HikariDataSource otherPool = database.anotherPool();
    private final PostgresStore node = PostgresStore.on(database.dataSource());
    private final PostgresStore otherNode = PostgresStore.on(otherPool, otherPool, LaneSettings.STANDARD.withLanes(3));
    private final AtomicBoolean isWritten = new AtomicBoolean();

    @Override
    protected Store store() {
        return node;
    }

    @AfterEach
    void close() {
        node.close();
        otherNode.close();
        otherPool.close();
        database.close();
    }

    @Test
    void who_pages_down_to_what_was_seen_before_misses_nothing() throws Exception {
        assertThatNothingIsMissed(this::followByCursor);
    }

    @Test
    void who_asks_for_what_is_created_since_the_latest_misses_nothing() throws Exception {
        assertThatNothingIsMissed(this::followByTime);
    }

    private interface Follower {
        /** Reads what is new, given everything seen before. */
        void read(Set<TransactionId> seen);
    }

    private void assertThatNothingIsMissed(Follower follower) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var following = threads.submit(() -> {
                var seen = new LinkedHashSet<TransactionId>();
                while (!isWritten.get()) {
                    follower.read(seen);
                }
                follower.read(seen);
                return seen;
            });

            var written = writeOnBothNodes(threads);
            isWritten.set(true);

            assertThat(written).hasSizeGreaterThan(200);
            assertThat(following.get()).containsAll(written);
        }
    }

    private Set<TransactionId> writeOnBothNodes(ExecutorService threads) throws Exception {
        var accounts = new ArrayList<Account>();
        for (int i = 0; i < ACCOUNTS; i++) {
            accounts.add(stored(anAccountOf(organization)));
        }
        long end = System.nanoTime() + LOAD.toNanos();
        var running = new ArrayList<Future<List<TransactionId>>>();
        for (var store : List.of(node, otherNode)) {
            var deposit = new DepositService(store.books());
            for (int writer = 0; writer < WRITERS_OF_A_NODE; writer++) {
                var into = accounts.get(writer % ACCOUNTS);
                running.add(threads.submit(writing(deposit, into, usd("1.00"), end)));
            }
        }
        var written = new HashSet<TransactionId>();
        for (var each : running) {
            written.addAll(each.get());
        }
        return written;
    }

    private Callable<List<TransactionId>> writing(Deposit deposit, Account into, Money amount, long end) {
        var caller = Caller.withFullAccess(organization.id(), new ApiKeyId(UUID.randomUUID()), Environment.SANDBOX);
        return () -> {
            var written = new ArrayList<TransactionId>();
            while (System.nanoTime() < end) {
                written.add(deposit.deposit(new Deposit.Command(caller, into.id(), amount)).id());
            }
            return written;
        };
    }

    private void followByCursor(Set<TransactionId> seen) {
        var fresh = new ArrayList<TransactionId>();
        Optional<TransactionId> after = Optional.empty();
        do {
            var page = node.transactions().page(organization.id(), TransactionFilter.ALL, new PageRequest<>(PAGE, after));
            for (var transaction : page.items()) {
                if (seen.contains(transaction.id())) {
                    after = Optional.empty();
                    break;
                }
                fresh.add(transaction.id());
                after = page.hasMore() ? Optional.of(transaction.id()) : Optional.empty();
            }
        } while (after.isPresent());
        seen.addAll(fresh);
    }

    private Instant latest = Instant.EPOCH;

    private void followByTime(Set<TransactionId> seen) {
        var since = TransactionFilter.of(Optional.empty(), Set.of(), Set.of(), Optional.of(latest), Optional.empty());
        Optional<TransactionId> after = Optional.empty();
        do {
            var page = node.transactions().page(organization.id(), since, new PageRequest<>(PAGE, after));
            page.items().stream().map(Transaction::id).forEach(seen::add);
            page.items().stream().map(Transaction::createdAt).max(Comparator.naturalOrder()).ifPresent(newest -> {
                latest = newest.isAfter(latest) ? newest : latest;
            });
            after = page.hasMore() ? Optional.of(page.items().getLast().id()) : Optional.empty();
        } while (after.isPresent());
    }

    /** After the response to the deposit, any node's list contains it. */
    @Test
    void what_was_answered_is_in_the_list_at_once() {
        var caller = Caller.withFullAccess(organization.id(), new ApiKeyId(UUID.randomUUID()), Environment.SANDBOX);
        for (int i = 0; i < 200; i++) {
            var deposit = new DepositService(node.books()).deposit(new Deposit.Command(caller, account.id(), usd("1.00")));

            var newest = otherNode.transactions().page(organization.id(), TransactionFilter.ALL, new PageRequest<>(1, Optional.empty()));

            assertThat(newest.items()).containsExactly(deposit);
        }
    }

    @Test
    void the_closing_balance_of_a_statement_is_the_opening_balance_of_the_next() throws Exception {
        var statements = new ConcurrentLinkedQueue<Statement>();
        var balances = new ConcurrentLinkedQueue<Money>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var begin = node.settledTime().await();
            var reading = threads.submit(() -> {
                var from = begin;
                while (!isWritten.get()) {
                    var until = otherNode.settledTime().await();
                    if (from.isBefore(until)) {
                        balances.add(node.accounts()
                                .balanceBefore(organization.id(), account.id(), usd("0").asset(), until)
                                .total());
                        statements.add(node.transactions()
                                .statement(organization.id(), account.id(), usd("0").asset(), new Period(from, until), 10_000)
                                .orElseThrow());
                        from = until;
                    }
                }
                return null;
            });
            long end = System.nanoTime() + LOAD.toNanos();
            var writing = new ArrayList<Future<List<TransactionId>>>();
            for (var store : List.of(node, otherNode)) {
                for (int writer = 0; writer < WRITERS_OF_A_NODE; writer++) {
                    writing.add(threads.submit(writing(new DepositService(store.books()), account, usd("1.00"), end)));
                }
            }
            for (var each : writing) {
                each.get();
            }
            isWritten.set(true);
            reading.get();
        }

        assertThat(statements).hasSizeGreaterThan(20);
        assertThat(statements).map(statement -> statement.closing().total()).containsExactlyElementsOf(balances);
        var whole = node.transactions()
                .statement(
                        organization.id(),
                        account.id(),
                        usd("0").asset(),
                        new Period(statements.peek().period().from(), List.copyOf(statements).getLast().period().until()),
                        100_000)
                .orElseThrow();
        assertThat(statements.stream().flatMap(statement -> statement.lines().stream()).toList()).isEqualTo(whole.lines());
        var openings = statements.stream().skip(1).map(statement -> statement.opening().total()).toList();
        assertThat(statements.stream().limit(openings.size()).map(statement -> statement.closing().total())).isEqualTo(openings);
    }
}
