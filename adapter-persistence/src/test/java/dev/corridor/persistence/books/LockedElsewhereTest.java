package dev.corridor.persistence.books;

import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.anAccountOf;
import static dev.corridor.testing.Fixtures.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.application.books.Subjects;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.persistence.lane.LaneSettings;
import dev.corridor.persistence.testing.PostgresStore;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.testing.Store;
import dev.corridor.testing.StoreContract;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Another session holds the row of one account, as long as it likes. The others in the lane do not wait for it. */
class LockedElsewhereTest extends StoreContract {

    private static final int OTHERS = 40;

    /** Much longer than anything here takes on a busy machine. */
    private static final long SOON_SECONDS = 60;

    /** Longer still: what waits for the lock is not sent away meanwhile. */
    private static final LaneSettings PATIENT = LaneSettings.STANDARD.withLanes(1).withLockPatience(Duration.ofMinutes(10));

    private static TestDatabase database;
    private static PostgresStore postgres;

    private PostgresBooks books;
    private Handle other;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        postgres = PostgresStore.on(database.dataSource());
    }

    @AfterAll
    static void close() {
        postgres.close();
        database.close();
    }

    @Override
    protected Store store() {
        return postgres;
    }

    @BeforeEach
    void another_session_has_locked_the_account() {
        books = new PostgresBooks(database.dataSource(), AssetCatalogue.STANDARD, PATIENT);
        other = Jdbi.open(database.superuser());
        other.begin();
        other.execute("select from accounts where account_id = ? for update", account.id().uuid());
    }

    @AfterEach
    void the_lock_is_gone() {
        other.close();
        books.close();
    }

    @Test
    void the_others_in_the_lane_are_answered_meanwhile() throws Exception {
        var accounts = IntStream.range(0, OTHERS).mapToObj(i -> stored(anAccountOf(organization))).toList();

        var waiting = deposit(account);
        var others = accounts.stream().map(this::deposit).toList();

        for (var each : others) {
            each.get(SOON_SECONDS, TimeUnit.SECONDS);
        }
        assertThat(waiting).isNotDone();
        other.rollback();
        waiting.get(SOON_SECONDS, TimeUnit.SECONDS);
        assertThat(balance(account, usd("0")).available()).isEqualTo(usd("1.00"));
    }

    @Test
    void what_waits_behind_it_on_the_same_account_waits_in_the_queue_and_then_all_of_it_is_decided() throws Exception {
        var neighbour = stored(anAccountOf(organization));
        var waiting = IntStream.range(0, OTHERS).mapToObj(i -> deposit(account)).toList();

        deposit(neighbour).get(SOON_SECONDS, TimeUnit.SECONDS);
        var later = deposit(account);
        deposit(neighbour).get(SOON_SECONDS, TimeUnit.SECONDS);
        assertThat(waiting).noneMatch(CompletableFuture::isDone);
        other.rollback();

        for (var each : waiting) {
            each.get(SOON_SECONDS, TimeUnit.SECONDS);
        }
        later.get(SOON_SECONDS, TimeUnit.SECONDS);
        assertThat(balance(account, usd("0")).available()).isEqualTo(usd(OTHERS + 1 + ".00"));
    }

    @Test
    void of_two_that_wait_for_two_sessions_each_is_answered_when_its_own_lock_is_gone() throws Exception {
        var second = stored(anAccountOf(organization));
        try (var third = Jdbi.open(database.superuser())) {
            third.begin();
            third.execute("select from accounts where account_id = ? for update", second.id().uuid());
            var waiting = List.of(deposit(account), deposit(second));
            deposit(stored(anAccountOf(organization))).get(SOON_SECONDS, TimeUnit.SECONDS);

            third.rollback();

            waiting.getLast().get(SOON_SECONDS, TimeUnit.SECONDS);
            assertThat(waiting.getFirst()).isNotDone();
            other.rollback();
            waiting.getFirst().get(SOON_SECONDS, TimeUnit.SECONDS);
        }
    }

    @Test
    void what_waits_for_too_long_is_not_kept_and_may_come_again() throws Exception {
        try (var impatient = new PostgresBooks(
                database.dataSource(), AssetCatalogue.STANDARD, LaneSettings.STANDARD.withLockPatience(Duration.ofMillis(100)))) {
            var waiting = deposit(account, impatient);

            assertThatThrownBy(() -> waiting.get(SOON_SECONDS, TimeUnit.SECONDS)).hasCause(new BusinessException(ServiceUnavailable.outage()));
            other.rollback();
            deposit(account, impatient).get(SOON_SECONDS, TimeUnit.SECONDS);
            assertThat(balance(account, usd("0")).available()).isEqualTo(usd("1.00"));
        }
    }

    @Test
    void books_that_are_closed_wait_for_what_is_parked() throws Exception {
        var waiting = List.of(deposit(account), deposit(account));
        deposit(stored(anAccountOf(organization))).get(SOON_SECONDS, TimeUnit.SECONDS);

        var closed = CompletableFuture.runAsync(books::close, Thread::startVirtualThread);
        other.rollback();

        closed.get(SOON_SECONDS, TimeUnit.SECONDS);
        assertThat(waiting).allMatch(CompletableFuture::isDone);
    }

    private CompletableFuture<Transaction> deposit(Account into) {
        return deposit(into, books);
    }

    private CompletableFuture<Transaction> deposit(Account into, PostgresBooks books) {
        var deposited = new CompletableFuture<Transaction>();
        books.begin(
                Subjects.account(organization.id(), into.id()), open -> open.post(aDepositTo(into, usd("1.00"))), Runnable::run)
                .whenComplete((transaction, failure) -> {
                    if (failure == null) {
                        deposited.complete(transaction);
                    } else {
                        deposited.completeExceptionally(failure);
                    }
                });
        return deposited;
    }
}
