package dev.corridor.persistence.books;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aCryptoBeneficiaryOf;
import static dev.corridor.testing.Fixtures.aCryptoPayoutTo;
import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.aLiveQuoteOf;
import static dev.corridor.testing.Fixtures.aReversed;
import static dev.corridor.testing.Fixtures.aTradeOf;
import static dev.corridor.testing.Fixtures.anAccountOf;
import static dev.corridor.testing.Fixtures.theReversalOf;
import static dev.corridor.testing.Fixtures.usd;
import static dev.corridor.testing.Fixtures.usdc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.corridor.application.DecisionRolledBack;
import dev.corridor.application.books.Subjects;
import dev.corridor.domain.account.Account;
import dev.corridor.domain.account.Balance;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.persistence.books.verify.BooksVerifier;
import dev.corridor.persistence.books.verify.Difference;
import dev.corridor.persistence.testing.PostgresStore;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.testing.BooksContract;
import dev.corridor.testing.Store;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The contract of the books on PostgreSQL, and what PostgreSQL adds to it. Whatever a test does, the books add up afterwards. */
class PostgresBooksTest extends BooksContract {

    private static final int CROWD = 64;

    private static TestDatabase database;
    private static PostgresStore postgres;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        postgres = PostgresStore.on(database.dataSource());
        postgres.books().connect();
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
    void the_books_add_up() {
        var differences = new ArrayList<Difference>();
        new BooksVerifier(database.dataSource()).verify(differences::add);
        assertThat(differences).isEmpty();
    }

    @Test
    void decisions_that_name_two_accounts_in_opposite_order_do_not_block_one_another() throws Exception {
        var other = stored(anAccountOf(organization));
        var quote = stored(aLiveQuoteOf(account));
        var otherQuote = stored(aLiveQuoteOf(other));

        try (var threads = Executors.newFixedThreadPool(CROWD)) {
            var running = new ArrayList<Future<?>>();
            for (int i = 0; i < CROWD; i++) {
                running.add(threads.submit(() -> depositTo(account, otherQuote)));
                running.add(threads.submit(() -> depositTo(other, quote)));
            }
            for (var deposit : running) {
                deposit.get();
            }
        }

        assertThat(balance(account, usd("0")).available()).isEqualTo(usd("64.00"));
        assertThat(balance(other, usd("0")).available()).isEqualTo(usd("64.00"));
    }

    /** Locks two accounts: the one it names first, and the one that the quote belongs to. */
    private Transaction depositTo(Account first, Quote quoteOfSecond) {
        var subjects = Subjects.account(organization.id(), first.id()).with(quoteOfSecond.id());
        return store.books().decide(subjects, open -> {
            open.account(quoteOfSecond.account());
            return open.post(aDepositTo(open.account(first.id()), usd("1.00")));
        });
    }

    @Test
    void of_several_states_in_one_decision_the_last_is_kept() {
        posted(aDepositTo(account, usdc("10.000000")));
        var payout = aCryptoPayoutTo(stored(aCryptoBeneficiaryOf(account)), usdc("4.000000"));

        var completed = store.books().decide(Subjects.account(organization.id(), account.id()), open -> open.post(open.post(payout).complete(NOON)));

        assertThat(store.transactions().find(organization.id(), completed.id())).contains(completed);
        assertThat(balance(account, usdc("0"))).isEqualTo(new Balance(account.id(), usdc("6.000000"), usdc("0"), NOON));
    }

    @Test
    void a_program_that_forgets_to_check_is_stopped_by_the_tables_and_nothing_is_kept() {
        posted(aDepositTo(account, usd("500.00")));
        var quote = stored(aLiveQuoteOf(account));
        store.books().decide(Subjects.quote(organization.id(), quote.id()), open -> {
            open.record(quote.execute(NOON));
            return open.post(aTradeOf(quote));
        });

        assertThatThrownBy(() -> posted(aTradeOf(quote)))
                .isInstanceOf(DecisionRolledBack.class)
                .cause()
                .hasMessageContaining("transactions_one_trade_per_quote");

        assertThat(balance(account, usd("0")).available()).isEqualTo(usd("400.00"));
    }

    @Test
    void a_second_reversal_is_stopped_by_the_tables_should_the_program_forget_to_check() {
        posted(aDepositTo(account, usd("500.00")));
        var quote = stored(aLiveQuoteOf(account));
        var trade = store.books().decide(Subjects.quote(organization.id(), quote.id()), open -> {
            open.record(quote.execute(NOON));
            return open.post(aTradeOf(quote));
        });
        posted(theReversalOf(aReversed(trade), NOON));
        posted(aDepositTo(account, usdc("500.000000")));

        assertThatThrownBy(() -> posted(theReversalOf(aReversed(trade), NOON)))
                .isInstanceOf(DecisionRolledBack.class)
                .cause()
                .hasMessageContaining("transactions_one_reversal");

        assertThat(balance(account, usd("0")).available()).isEqualTo(usd("500.00"));
    }

    @Test
    void an_exception_does_not_say_what_was_written() {
        var payout = aCryptoPayoutTo(aCryptoBeneficiaryOf(account), usdc("1.000000"));
        posted(aDepositTo(account, usdc("10.000000")));

        assertThatThrownBy(() -> posted(payout))
                .isInstanceOf(DecisionRolledBack.class)
                .cause()
                .isInstanceOf(JdbiException.class)
                .hasMessageNotContaining("Invoice 7")
                .hasMessageNotContaining("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed");
    }

    @Test
    void a_decision_takes_two_round_trips() {
        posted(aDepositTo(account, usd("500.00")));
        var quote = stored(aLiveQuoteOf(account));

        var roundTrips = countRoundTrips(() -> store.books().decide(Subjects.quote(organization.id(), quote.id()), open -> {
            open.record(quote.execute(NOON));
            return open.post(aTradeOf(quote));
        }));

        assertThat(roundTrips).isEqualTo(2);
    }

    /** Of the lanes. The driver ends everything that it sends at once with one Sync, and logs it on the thread that sends. */
    private static int countRoundTrips(Runnable action) {
        var count = new AtomicInteger();
        var handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                if (Thread.currentThread().getName().startsWith("books-") && line.getMessage().contains("FE=> Sync")) {
                    count.incrementAndGet();
                }
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        handler.setLevel(Level.ALL);
        var driver = Logger.getLogger("org.postgresql.core.v3.QueryExecutorImpl");
        var levelBefore = driver.getLevel();
        driver.setLevel(Level.ALL);
        driver.addHandler(handler);
        try {
            action.run();
            return count.get();
        } finally {
            driver.removeHandler(handler);
            driver.setLevel(levelBefore);
        }
    }
}
