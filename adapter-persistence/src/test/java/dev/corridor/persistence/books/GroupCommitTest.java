package dev.corridor.persistence.books;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aCryptoBeneficiaryOf;
import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.aLiveQuoteOf;
import static dev.corridor.testing.Fixtures.aTradeOf;
import static dev.corridor.testing.Fixtures.anAccountOf;
import static dev.corridor.testing.Fixtures.anOrganization;
import static dev.corridor.testing.Fixtures.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.application.DecisionRolledBack;
import dev.corridor.application.books.Books;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.idempotency.AnsweredBefore;
import dev.corridor.application.idempotency.Once;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.AccountError.AccountNotFound;
import dev.corridor.domain.account.AccountError.InsufficientFunds;
import dev.corridor.domain.beneficiary.Beneficiary;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.LimitExceeded;
import dev.corridor.domain.error.ServiceUnavailable;
import dev.corridor.domain.idempotency.Fingerprint;
import dev.corridor.domain.idempotency.IdempotencyKey;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.quote.OpenQuotes;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.quote.QuoteError.QuoteAlreadyUsed;
import dev.corridor.domain.reference.Reference;
import dev.corridor.domain.reference.ReferenceError.ReferenceTaken;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.persistence.BatchScope;
import dev.corridor.persistence.account.PostgresAccounts;
import dev.corridor.persistence.books.verify.BooksVerifier;
import dev.corridor.persistence.books.verify.Difference;
import dev.corridor.persistence.idempotency.RequestHash;
import dev.corridor.persistence.lane.LaneSettings;
import dev.corridor.persistence.testing.PostgresStore;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.testing.Store;
import dev.corridor.testing.StoreContract;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What decisions in one batch may expect of one another, and of whatever can go wrong with a batch. */
class GroupCommitTest extends StoreContract {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private static TestDatabase database;
    private static PostgresStore postgres;

    private final List<AutoCloseable> opened = new ArrayList<>();

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

    @AfterEach
    void the_books_add_up() throws Exception {
        for (var books : opened) {
            books.close();
        }
        var differences = new ArrayList<Difference>();
        new BooksVerifier(database.dataSource()).verify(differences::add);
        assertThat(differences).isEmpty();
    }

    @Test
    void decisions_that_wait_together_share_a_transaction_and_see_one_another_in_order() throws Exception {
        var books = oneLane();
        var other = stored(anAccountOf(organization));
        var quote = stored(aLiveQuoteOf(account));

        var outcomes = together(
                books,
                () -> deposit(books, account, "10.00"),
                () -> deposit(books, other, "1.00"),
                () -> trade(books, quote),
                () -> deposit(books, account, "95.00"),
                () -> trade(books, quote),
                () -> trade(books, quote));

        assertThat(outcomes.get(2)).isEqualTo(new InsufficientFunds(account.id(), usd("100.00"), usd("10.00")));
        assertThat(outcomes.get(4)).isInstanceOf(Transaction.class);
        assertThat(outcomes.get(5)).isEqualTo(new QuoteAlreadyUsed(quote.id(), NOON));
        assertThat(balance(account, usd("0")).available()).isEqualTo(usd("5.00"));
        assertThat(balance(other, usd("0")).available()).isEqualTo(usd("1.00"));
        assertThat(databaseTransactionsBehind(outcomes)).isEqualTo(1);
    }

    @Test
    void callers_that_do_not_wait_are_answered_on_their_executor_which_is_woken_once_per_batch() throws Exception {
        var books = oneLane();
        var quote = stored(aLiveQuoteOf(account));
        var answering = new ConcurrentLinkedQueue<Thread>();
        var wakes = new AtomicInteger();
        Executor executor = task -> {
            wakes.incrementAndGet();
            answering.add(Thread.startVirtualThread(task));
        };
        var answered = new ConcurrentLinkedQueue<Thread>();
        var stages = new ArrayList<CompletableFuture<Transaction>>();

        together(books, () -> begin(books, quote, executor, stages, answered), () -> begin(books, quote, executor, stages, answered),
                () -> deposit(books, account, "100.00"), () -> begin(books, quote, executor, stages, answered));

        await(() -> stages.stream().allMatch(CompletableFuture::isDone));
        assertThat(stages.get(0)).failsWithin(PATIENCE).withThrowableThat().withMessageContaining("insufficient_funds");
        assertThat(stages.get(1)).isCompletedExceptionally();
        assertThat(stages.get(2)).succeedsWithin(PATIENCE);
        assertThat(wakes).hasValue(1);
        assertThat(answered).hasSize(3).allMatch(answering::contains);
    }

    private String begin(
            Books books, Quote quote, Executor executor, List<CompletableFuture<Transaction>> stages, Queue<Thread> answered) {
        var stage = books.begin(Subjects.quote(organization.id(), quote.id()), open -> {
            open.record(open.quote(quote.id()).execute(NOON));
            return open.post(aTradeOf(quote));
        }, executor);
        stages.add(stage.whenComplete((done, failure) -> answered.add(Thread.currentThread())).toCompletableFuture());
        return "begun";
    }

    @Test
    void where_the_engine_demands_it_only_decisions_of_one_organization_share_a_transaction() throws Exception {
        var settings = LaneSettings.STANDARD.withLanes(1).withBatchScope(BatchScope.ORGANIZATION);
        var books = opened(new PostgresBooks(database.dataSource(), AssetCatalogue.STANDARD, settings));
        var theirs = stored(anAccountOf(stored(anOrganization())));

        var outcomes = together(
                books,
                () -> deposit(books, account, "1.00"),
                () -> deposit(books, theirs, "2.00"),
                () -> deposit(books, account, "3.00"),
                () -> deposit(books, theirs, "4.00"));

        assertThat(balance(account, usd("0")).available()).isEqualTo(usd("4.00"));
        assertThat(databaseTransactionsBehind(outcomes)).isEqualTo(2);
        assertThat(databaseTransactionsBehind(List.of(outcomes.get(0), outcomes.get(2)))).isEqualTo(1);
        assertThat(databaseTransactionsBehind(List.of(outcomes.get(1), outcomes.get(3)))).isEqualTo(1);
    }

    @Test
    void no_more_quotes_are_open_than_the_limit_allows_however_many_ask_at_once_on_however_many_nodes() throws Exception {
        var nodes = List.of(oneLane(), oneLane());
        var limit = new OpenQuotes.Limit(10, 1_000_000, Duration.ofMinutes(5));
        var granted = new ConcurrentLinkedQueue<Quote>();
        var refused = new AtomicInteger();

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 60; i++) {
                var books = nodes.get(i % nodes.size());
                threads.submit(() -> {
                    try {
                        granted.add(issue(books, account, limit));
                    } catch (BusinessException refusal) {
                        assertThat(refusal.error()).isEqualTo(new LimitExceeded("openQuotes", 10));
                        refused.incrementAndGet();
                    }
                });
            }
        }
        assertThat(granted).hasSize(10);
        assertThat(refused).hasValue(50);

        deposit(nodes.getFirst(), account, "100.00");
        var executed = granted.remove();
        nodes.getLast().decide(Subjects.quote(organization.id(), executed.id()), open -> {
            var completed = open.quote(executed.id()).execute(NOON);
            open.record(completed);
            open.record(open.openQuotes(account.id()).execute(executed.terms(), limit));
            return open.post(Transaction.trade(new TransactionId(UUID.randomUUID()), completed));
        });
        issue(nodes.getFirst(), account, limit);
        assertThatThrownBy(() -> issue(nodes.getFirst(), account, limit)).isInstanceOf(BusinessException.class);
    }

    private Quote issue(Books books, Account of, OpenQuotes.Limit limit) {
        var quote = aLiveQuoteOf(of);
        return books.decide(Subjects.account(of.organization(), of.id()), open -> {
            open.record(open.openQuotes(of.id()).issue(quote.conversion(), limit, NOON));
            open.record(quote);
            return quote;
        });
    }

    @Test
    void a_decision_that_fails_does_not_disturb_its_neighbours() throws Exception {
        var books = oneLane();

        var outcomes = together(
                books,
                () -> deposit(books, account, "10.00"),
                () -> books.decide(Subjects.account(organization.id(), account.id()), open -> {
                    open.post(aDepositTo(account, usd("500.00")));
                    throw new IllegalStateException("planted");
                }),
                () -> books.decide(Subjects.account(organization.id(), account.id()), open -> {
                    open.post(aDepositTo(account, usd("500.00")));
                    throw new StackOverflowError("planted");
                }),
                () -> deposit(books, account, "1.00"));

        assertThat(outcomes.get(1)).isInstanceOf(IllegalStateException.class).hasToString("java.lang.IllegalStateException: planted");
        assertThat(outcomes.get(2)).isInstanceOf(IllegalStateException.class);
        assertThat(balance(account, usd("0")).available()).isEqualTo(usd("11.00"));
        assertThat(databaseTransactionsBehind(outcomes)).isEqualTo(1);
    }

    @Test
    void a_decision_that_cannot_be_written_fails_alone() throws Exception {
        var books = oneLane();
        deposit(books, account, "100.00");
        var used = stored(aLiveQuoteOf(account));
        trade(books, used);

        var outcomes = together(
                books,
                () -> deposit(books, account, "1.00"),
                () -> deposit(books, account, "2.00"),
                () -> books.decide(Subjects.account(organization.id(), account.id()), open -> {
                    open.post(aDepositTo(account, usd("100.00")));
                    return open.post(aTradeOf(used));
                }),
                () -> deposit(books, account, "3.00"),
                () -> deposit(books, account, "4.00"));

        assertThat(outcomes).filteredOn(Transaction.class::isInstance).hasSize(4);
        assertThat(outcomes.get(2))
                .isInstanceOfSatisfying(DecisionRolledBack.class,
                        e -> assertThat(e.getCause()).hasMessageContaining("transactions_one_trade_per_quote"));
        assertThat(balance(account, usd("0")).available()).isEqualTo(usd("10.00"));
    }

    @Test
    void a_decision_sees_nothing_of_another_organization_that_is_in_its_batch() throws Exception {
        var books = oneLane();
        var quote = stored(aLiveQuoteOf(account));
        var stranger = stored(anOrganization());

        var outcomes = together(
                books,
                () -> deposit(books, account, "1.00"),
                () -> books.decide(Subjects.account(stranger.id(), account.id()), open -> open.account(account.id())),
                () -> books.decide(Subjects.quote(stranger.id(), quote.id()), open -> open.account(account.id())),
                () -> deposit(books, account, "1.00"));

        assertThat(outcomes.get(1)).isEqualTo(new AccountNotFound(account.id()));
        assertThat(outcomes.get(2)).isEqualTo(new AccountNotFound(account.id()));
        assertThat(balance(account, usd("0")).available()).isEqualTo(usd("2.00"));
    }

    @Test
    void a_decision_that_waits_too_long_for_a_lock_is_certainly_not_kept() throws Exception {
        var way = (PGSimpleDataSource) database.superuser();
        way.setOptions("-c lock_timeout=50ms");
        var books = opened(new PostgresBooks(way, AssetCatalogue.STANDARD, LaneSettings.STANDARD.withLanes(1)));

        asSuperuser(holder -> {
            holder.begin();
            holder.execute("select from accounts where account_id = ? for update", account.id().uuid());
            assertThat(outcome(start(() -> deposit(books, account, "1.00")))).isEqualTo(ServiceUnavailable.outage());
            holder.rollback();
        });

        assertThat(deposit(books, account, "1.00")).isInstanceOf(Transaction.class);
        assertThat(balance(account, usd("0")).available()).isEqualTo(usd("1.00"));
    }

    @Test
    void what_is_archived_gives_its_reference_to_the_next_decision_of_the_batch() throws Exception {
        var books = oneLane();
        var reference = new Reference(organization.id(), Reference.Kind.BENEFICIARY, "Supplier 7");
        var old = stored(aCryptoBeneficiaryOf(account, Optional.of(reference)));
        var register = Subjects.account(organization.id(), account.id()).with(Optional.of(reference));

        var outcomes = together(
                books,
                () -> register(books, register, aCryptoBeneficiaryOf(account, Optional.of(reference))),
                () -> books.decide(Subjects.beneficiary(organization.id(), account.id(), old.id()), open -> {
                    open.record(open.beneficiary(account.id(), old.id()).archive(NOON));
                    return "archived";
                }),
                () -> register(books, register, aCryptoBeneficiaryOf(account, Optional.of(reference))),
                () -> register(books, register, aCryptoBeneficiaryOf(account, Optional.of(reference))));

        assertThat(outcomes.subList(0, 2)).containsExactly(new ReferenceTaken(reference.text(), old.id().toString()), "archived");
        assertThat(outcomes.get(3)).isEqualTo(new ReferenceTaken(reference.text(), ((Beneficiary) outcomes.get(2)).id().toString()));
    }

    private static Beneficiary register(Books books, Subjects subjects, Beneficiary beneficiary) {
        return books.decide(subjects, open -> {
            open.record(beneficiary);
            return beneficiary;
        });
    }

    @Test
    void requests_of_one_name_in_one_batch_have_one_effect() throws Exception {
        var books = oneLane();

        var outcomes = together(
                books,
                () -> deposit(books, account, "1.00", once("k1")),
                () -> deposit(books, account, "1.00", once("k1")),
                () -> deposit(books, account, "1.00", once("k2")),
                () -> deposit(books, account, "1.00", once("k1")));

        assertThat(outcomes).filteredOn(AnsweredBefore.class::isInstance).hasSize(2);
        assertThat(balance(account, usd("0")).available()).isEqualTo(usd("2.00"));
    }

    @Test
    void whoever_loses_the_race_for_a_key_to_another_account_has_no_effect_and_is_given_the_first_answer() throws Exception {
        var slow = oneLane();
        var fast = oneLane();
        var other = stored(anAccountOf(organization));

        assertThatThrownBy(() -> slow.decide(once("k1"), Subjects.account(organization.id(), account.id()), open -> {
            deposit(fast, other, "1.00", once("k1"));
            return open.post(aDepositTo(account, usd("5.00")));
        }))
                .isInstanceOf(AnsweredBefore.class);

        assertThat(store().accounts().balances(organization.id(), account.id())).isEmpty();
        assertThat(balance(other, usd("0")).available()).isEqualTo(usd("1.00"));
    }

    @Test
    void while_a_batch_cannot_be_written_others_of_the_lane_are_taken() throws Exception {
        var books = oneLane();
        var other = stored(anAccountOf(organization));
        var stuck = new FutureTask<>(() -> deposit(books, account, "1.00", once("k1")));

        asSuperuser(holder -> {
            holder.begin();
            holder.execute(
                    "insert into idempotency_records values (?, ?, now(), 'k1', 'POST', '/deposits', '', '', null, 0)",
                    RequestHash.of(new IdempotencyKey(organization.id(), "k1", "POST", "/deposits")),
                    organization.id().uuid());
            start(stuck);
            await(() -> isAnyoneWaitingForALock(holder));
            var outcomes = new ArrayList<FutureTask<?>>();
            for (int i = 0; i < 4; i++) {
                outcomes.add(new FutureTask<>(() -> deposit(books, other, "1.00")));
                start(outcomes.getLast());
            }
            for (var outcome : outcomes) {
                assertThat(outcome(outcome)).isInstanceOf(Transaction.class);
            }
            assertThat(stuck.isDone()).isFalse();
            holder.rollback();
        });

        assertThat(outcome(stuck)).isInstanceOf(Transaction.class);
        assertThat(balance(account, usd("0")).available()).isEqualTo(usd("1.00"));
        assertThat(balance(other, usd("0")).available()).isEqualTo(usd("4.00"));
    }

    @Test
    void whoever_finds_no_room_is_turned_away_at_once() throws Exception {
        var books = opened(
                new PostgresBooks(database.dataSource(), AssetCatalogue.STANDARD, LaneSettings.STANDARD.withLanes(1).withQueueCapacity(2)));

        var outcomes = together(
                books,
                () -> deposit(books, account, "1.00"),
                () -> deposit(books, account, "1.00"),
                () -> {
                    assertThatThrownBy(() -> deposit(books, account, "1.00"))
                            .isInstanceOfSatisfying(BusinessException.class,
                                    refusal -> assertThat(refusal.error()).isEqualTo(new ServiceUnavailable()));
                    return "turned away";
                });

        assertThat(outcomes.getLast()).isEqualTo("turned away");
        assertThat(balance(account, usd("0")).available()).isEqualTo(usd("2.00"));
    }

    @Test
    void books_that_are_closed_settle_what_waits_and_take_in_no_more() throws Exception {
        var books = oneLane();
        var closing = new Thread(books::close);

        var outcomes = together(books, () -> deposit(books, account, "1.00"), () -> {
            closing.start();
            await(() -> closing.getState() == Thread.State.WAITING);
            return "closing";
        });
        closing.join();

        assertThat(outcomes.getFirst()).isInstanceOf(Transaction.class);
        assertThatThrownBy(() -> deposit(books, account, "1.00")).hasMessageStartingWith("service_unavailable");
    }

    @Test
    void a_connection_that_was_lost_while_nobody_used_it_is_replaced() throws Exception {
        var way = (PGSimpleDataSource) database.superuser();
        way.setApplicationName("to be lost");
        var books = opened(new PostgresBooks(way, AssetCatalogue.STANDARD, LaneSettings.STANDARD.withLanes(1)));
        deposit(books, account, "1.00");

        asSuperuser(handle -> handle.execute(
                "select pg_terminate_backend(pid, 10000) from pg_stat_activity where application_name = 'to be lost'"));

        assertThat(deposit(books, account, "1.00")).isInstanceOf(Transaction.class);
        assertThat(balance(account, usd("0")).available()).isEqualTo(usd("2.00"));
    }

    @Test
    void while_the_database_cannot_be_reached_nothing_is_done_and_it_is_told() {
        var nowhere = (PGSimpleDataSource) database.superuser();
        nowhere.setDatabaseName("there_is_no_such_database");
        var books = opened(new PostgresBooks(nowhere, AssetCatalogue.STANDARD, LaneSettings.STANDARD.withLanes(1)));

        assertThatThrownBy(() -> deposit(books, account, "1.00")).hasMessageStartingWith("service_unavailable");
        assertThatThrownBy(() -> new PostgresAccounts(nowhere, AssetCatalogue.STANDARD, BatchScope.ANY).find(organization.id(), account.id()))
                .hasMessageStartingWith("service_unavailable");
    }

    @Test
    void connecting_writes_nothing() throws Exception {
        var before = rows();

        oneLane().connect();

        assertThat(rows()).isEqualTo(before);
    }

    private static List<Long> rows() throws Exception {
        var counts = new ArrayList<Long>();
        for (var table : List.of("accounts", "balances", "quotes", "transactions", "postings", "idempotency_records")) {
            asSuperuser(handle -> counts.add(handle.createQuery("select count(*) from " + table).mapTo(Long.class).one()));
        }
        return counts;
    }

    private PostgresBooks oneLane() {
        return opened(books(1));
    }

    private static PostgresBooks books(int lanes) {
        return new PostgresBooks(database.dataSource(), AssetCatalogue.STANDARD, LaneSettings.STANDARD.withLanes(lanes));
    }

    private PostgresBooks opened(PostgresBooks books) {
        opened.add(books);
        return books;
    }

    /**
     * Lets the decisions wait for their lane, in this order, behind one that takes its time; then lets go. Answers what each came to: its
     * answer, the error it was refused with, or the exception that it failed with.
     */
    private List<Object> together(Books oneLane, Callable<?>... decisions) throws Exception {
        var tasks = new ArrayList<FutureTask<?>>();
        var begun = new CountDownLatch(1);
        var gate = new CountDownLatch(1);
        start(new FutureTask<>(() -> oneLane.decide(Subjects.organization(organization.id()), open -> {
            begun.countDown();
            return passed(gate);
        })));
        begun.await();
        for (var decision : decisions) {
            var task = new FutureTask<Object>(decision::call);
            tasks.add(task);
            var thread = start(task);
            await(() -> task.isDone() || thread.getState() == Thread.State.WAITING);
        }
        gate.countDown();
        var outcomes = new ArrayList<>();
        for (var task : tasks) {
            outcomes.add(outcome(task));
        }
        return outcomes;
    }

    private static boolean passed(CountDownLatch gate) {
        try {
            return gate.await(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isAnyoneWaitingForALock(Handle handle) {
        return handle.createQuery("select exists (select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock')")
                .mapTo(Boolean.class)
                .one();
    }

    private static FutureTask<?> start(Callable<?> call) {
        var task = new FutureTask<Object>(call::call);
        start(task);
        return task;
    }

    private static Thread start(FutureTask<?> task) {
        return Thread.ofPlatform().daemon().start(task);
    }

    private static Object outcome(FutureTask<?> task) throws Exception {
        await(task::isDone);
        if (task.state() == Future.State.SUCCESS) {
            return task.get();
        }
        return task.exceptionNow() instanceof BusinessException refusal ? refusal.error() : task.exceptionNow();
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("the time until what was expected has happened").isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    private interface Work {
        void on(Handle handle) throws Exception;
    }

    private static void asSuperuser(Work work) throws Exception {
        try (var handle = Jdbi.create(database.superuser()).open()) {
            work.on(handle);
        }
    }

    private static long databaseTransactionsBehind(List<Object> outcomes) throws Exception {
        var ids = outcomes.stream()
                .filter(Transaction.class::isInstance)
                .map(outcome -> ((Transaction) outcome).id().uuid())
                .toArray();
        var found = new ArrayList<Long>();
        asSuperuser(handle -> found.add(handle.createQuery("select count(distinct xmin::text) from transactions where transaction_id = any(:ids)")
                .bindArray("ids", UUID.class, ids)
                .mapTo(Long.class)
                .one()));
        return found.getFirst();
    }

    private Transaction trade(Books books, Quote quote) {
        var movement = aTradeOf(quote);
        return books.decide(Subjects.quote(quote.terms().organization(), quote.id()), open -> {
            open.record(open.quote(quote.id()).execute(NOON));
            return open.post(movement);
        });
    }

    private Transaction deposit(Books books, Account to, String amount) {
        return deposit(books, to, amount, Once.eachTime());
    }

    private Transaction deposit(Books books, Account to, String amount, Once<Transaction> once) {
        var movement = aDepositTo(to, usd(amount));
        return books.decide(once, Subjects.account(to.organization(), to.id()), open -> open.post(movement));
    }

    private Once<Transaction> once(String key) {
        var request = new Once.Request(
                new IdempotencyKey(organization.id(), key, "POST", "/deposits"), Fingerprint.of(Map.of(), Map.of("amount", "1.00")), NOON);
        return Once.perKey(request, transaction -> "deposited " + transaction.id(), error -> "refused " + error.code());
    }
}
