package dev.corridor.persistence.transaction;

import static dev.corridor.domain.money.Asset.USDC;
import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aCryptoBeneficiaryOf;
import static dev.corridor.testing.Fixtures.aCryptoPayoutTo;
import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.usd;
import static dev.corridor.testing.Fixtures.usdc;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.account.port.Accounts;
import dev.corridor.application.books.Subjects;
import dev.corridor.application.transaction.port.Transactions;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.money.Money;
import dev.corridor.domain.transaction.Entry;
import dev.corridor.domain.transaction.Statement.Period;
import dev.corridor.persistence.BatchScope;
import dev.corridor.persistence.Migrations;
import dev.corridor.persistence.account.PostgresAccounts;
import dev.corridor.persistence.testing.PostgresStore;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.testing.Store;
import dev.corridor.testing.StoreContract;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Reading the past costs the same for any length of history, also with a plan from an empty table. */
class PostgresPastTest extends StoreContract {

    private static final int HISTORY = 2_000;

    /** After this many executions, driver and server use a generic plan. */
    private static final int SETTLED = 12;

    private TestDatabase database;
    private PostgresStore postgres;
    private HikariDataSource oneConnection;
    private Accounts accounts;
    private Transactions transactions;

    @Override
    protected Store store() {
        database = TestDatabase.create();
        postgres = PostgresStore.on(database.dataSource());
        readOverOneConnection();
        return postgres;
    }

    /** Plans and statistics are per connection. */
    private void readOverOneConnection() {
        var config = new HikariConfig();
        config.setDataSource(database.superuser());
        config.setConnectionInitSql(Migrations.TAKE_ON_SERVICE_ROLE);
        config.setMaximumPoolSize(1);
        oneConnection = new HikariDataSource(config);
        accounts = new PostgresAccounts(oneConnection, AssetCatalogue.STANDARD, BatchScope.ANY);
        transactions = new PostgresTransactions(oneConnection, AssetCatalogue.STANDARD);
    }

    /** The only payout is the oldest movement, so nothing LOCKED is near the end. */
    @BeforeEach
    void a_long_history_after_a_first_look() {
        for (int i = 0; i < SETTLED; i++) {
            balanceAt(NOON);
            linesFrom(NOON);
            page(Optional.empty());
        }
        posted(aDepositTo(account, usdc("10.000000")));
        posted(aCryptoPayoutTo(stored(aCryptoBeneficiaryOf(account)), usdc("4.000000")));
        store.books().decide(Subjects.account(organization.id(), account.id()), open -> {
            for (int i = 1; i <= HISTORY; i++) {
                open.post(aDepositTo(account, usdc("1.000000"), NOON.plusSeconds(i)));
                open.post(aDepositTo(account, usd("1.00"), NOON.plusSeconds(i)));
            }
            return open;
        });
    }

    @AfterEach
    void close() {
        oneConnection.close();
        postgres.close();
        database.close();
    }

    @Test
    void a_balance_of_the_past_is_found_by_one_posting() {
        long before = postingsRead();

        var balance = balanceAt(NOON.plusSeconds(HISTORY / 2));

        assertThat(balance).isEqualTo(usdc("1005.000000"));
        assertThat(postingsRead() - before).isLessThanOrEqualTo(1);
    }

    @Test
    void a_statement_reads_the_postings_of_its_period_and_the_last_one_before() {
        long before = postingsRead();

        int lines = linesFrom(NOON.plusSeconds(HISTORY - 9));

        assertThat(lines).isEqualTo(10);
        assertThat(postingsRead() - before).isLessThanOrEqualTo(10 + 1);
    }

    @Test
    void a_statement_that_would_be_too_long_is_given_up_at_its_limit() {
        var period = new Period(NOON, NOON.plusSeconds(2 * HISTORY));
        long before = postingsRead();

        assertThat(transactions.statement(organization.id(), account.id(), USDC, period, 100)).isEmpty();
        assertThat(postingsRead() - before).isLessThanOrEqualTo(101 + 1);
    }

    @Test
    void a_page_of_entries_reads_a_page_of_each_asset_wherever_it_is() {
        var middle = new Entry.Position(NOON.plusSeconds(HISTORY / 2), Long.MAX_VALUE);
        long before = postingsRead();

        assertThat(page(Optional.empty()).items()).hasSize(PageRequest.DEFAULT_LIMIT);
        assertThat(page(Optional.of(middle)).items()).hasSize(PageRequest.DEFAULT_LIMIT);

        assertThat(postingsRead() - before).isLessThanOrEqualTo(2 * 2 * (PageRequest.DEFAULT_LIMIT + 2));
    }

    private Page<Entry> page(Optional<Entry.Position> after) {
        return transactions.ledger(organization.id(), account.id(), new PageRequest<>(PageRequest.DEFAULT_LIMIT, after));
    }

    private Money balanceAt(Instant instant) {
        return accounts.balanceBefore(organization.id(), account.id(), USDC, instant).available();
    }

    private int linesFrom(Instant from) {
        var period = new Period(from, NOON.plusSeconds(2 * HISTORY));
        return transactions
                .statement(organization.id(), account.id(), USDC, period, 100)
                .orElseThrow()
                .lines()
                .size();
    }

    /** Rows of the ledger fetched so far, by the server's statistics. */
    private long postingsRead() {
        return Jdbi.create(oneConnection).withHandle(handle -> {
            handle.execute("select pg_stat_force_next_flush()");
            var fetched = """
                    select coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0)
                    from pg_stat_user_tables
                    where relname = 'postings'
                    """;
            return handle.createQuery(fetched).mapTo(Long.class).one();
        });
    }
}
