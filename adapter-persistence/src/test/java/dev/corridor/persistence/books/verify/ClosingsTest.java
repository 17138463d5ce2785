package dev.corridor.persistence.books.verify;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aCryptoBeneficiaryOf;
import static dev.corridor.testing.Fixtures.aCryptoPayoutTo;
import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.usd;
import static dev.corridor.testing.Fixtures.usdc;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.corridor.application.books.Subjects;
import dev.corridor.domain.closing.Closing;
import dev.corridor.domain.money.AssetCatalogue;
import dev.corridor.domain.transaction.Transaction;
import dev.corridor.persistence.books.PostgresBooks;
import dev.corridor.persistence.closing.ClosingRefusedException;
import dev.corridor.persistence.closing.PostgresClosings;
import dev.corridor.persistence.lane.LaneSettings;
import dev.corridor.persistence.testing.PostgresStore;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.testing.SequentialIds;
import dev.corridor.testing.Store;
import dev.corridor.testing.StoreContract;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A payout is decided in March and arrives in April. Both months are closed. */
class ClosingsTest extends StoreContract {

    private static final YearMonth MARCH = YearMonth.of(2025, 3);
    private static final YearMonth APRIL = MARCH.plusMonths(1);
    private static final Instant IN_APRIL = NOON.plus(Duration.ofDays(30));

    private final SequentialIds ids = new SequentialIds();

    private TestDatabase database;
    private DataSource way;
    private PostgresStore postgres;
    private PostgresClosings closings;
    private Instant now = NOON;
    private Transaction deposit;
    private Transaction payout;
    private Closing march;

    protected TestDatabase anEmptyDatabase() {
        return TestDatabase.create();
    }

    /** The verifier's way to the books. */
    protected DataSource wayTo(TestDatabase books) {
        return books.dataSource();
    }

    @Override
    protected Store store() {
        database = anEmptyDatabase();
        way = wayTo(database);
        postgres = PostgresStore.on(database.dataSource());
        postgres.keepTime(() -> now, ids);
        closings = new PostgresClosings(way);
        return postgres;
    }

    @BeforeEach
    void march_is_closed_and_april_goes_on() {
        deposit = posted(aDepositTo(account, usd("250.00")));
        posted(aDepositTo(account, usdc("30.000000")));
        payout = posted(aCryptoPayoutTo(stored(aCryptoBeneficiaryOf(account)), usdc("10.000000")));
        march = closed(MARCH);
        now = IN_APRIL;
        posted(payout.complete(IN_APRIL));
        posted(aDepositTo(account, usd("1.00")));
    }

    @AfterEach
    protected void close() {
        postgres.close();
        database.close();
    }

    @Test
    void a_month_has_its_postings_balances_and_what_the_house_had_and_the_next_one_its_hash() {
        var april = closed(APRIL);

        assertThat(march.previous()).isEqualTo(Closing.NONE);
        assertThat(march.postings().count()).isEqualTo(3);
        assertThat(march.balances().count()).isEqualTo(2);
        assertThat(april.follows(march)).isTrue();
        assertThat(april.postings().count()).isEqualTo(2);
        assertThat(texts("select concat_ws(' ', month, asset, available, locked) from closed_balances order by month, asset")).containsExactly(
                "2025-03-01 USD 25000 0", "2025-03-01 USDC 20000000 10000000",
                "2025-04-01 USD 25100 0", "2025-04-01 USDC 20000000 0");
        assertThat(texts("select concat_ws(' ', place, asset, amount) from closed_house_balances where month = '2025-04-01' order by place, asset"))
                .containsExactly("OUTSIDE_WORLD USD -25100", "OUTSIDE_WORLD USDC -20000000");
        assertThat(differences()).isEmpty();
        assertThat(allDifferences()).isEmpty();
    }

    @Test
    void months_are_closed_once_in_their_order_and_when_they_have_ended() {
        assertThat(closings.next()).contains(APRIL);
        assertThatThrownBy(() -> closings.end(MARCH)).isInstanceOf(ClosingRefusedException.class).hasMessageContaining("the next one is 2025-04");
        assertThatThrownBy(() -> closings.end(APRIL.plusMonths(1))).isInstanceOf(ClosingRefusedException.class);

        execute("update closings set month = date_trunc('month', now())::date - interval '1 month'");

        assertThat(closings.next()).isEmpty();
        assertThatThrownBy(() -> closings.end(YearMonth.now(ZoneOffset.UTC))).hasMessageContaining("has not ended");
    }

    @Test
    void a_closing_that_was_broken_off_is_taken_up() {
        execute("insert into closed_balances select account_id, asset, organization_id, '2025-04-01', 25100, 0, timestamptz '" + IN_APRIL
                + "' from closed_balances where asset = 'USD'");
        assertThat(differences()).isEmpty();

        closed(APRIL);

        assertThat(differences()).isEmpty();
        assertThat(allDifferences()).isEmpty();
    }

    /** The clock of the database was set back, as by a fail-over to another server. */
    @Test
    void nothing_is_posted_into_a_closed_month_whatever_the_clock_says() {
        execute("insert into closed_until values ('2100-02-01')");

        var another = posted(aCryptoPayoutTo(stored(aCryptoBeneficiaryOf(account)), usdc("1.000000")));
        try (var books = new PostgresBooks(database.dataSource(), AssetCatalogue.STANDARD, LaneSettings.STANDARD)) {
            var arrived = books.decide(
                    Subjects.transaction(organization.id(), another.id()), open -> open.post(open.transaction(another.id()).complete(open.now())));

            assertThat(texts("select posted_at::text from postings where line > 1 and " + isOf(arrived))).containsExactly("2100-02-01 00:00:00+00");
        }
    }

    /** It has read its time, and is not committed. */
    @Test
    void a_month_ends_when_the_decisions_have_that_are_under_way() throws Exception {
        try (var running = Jdbi.open(database.superuser())) {
            running.begin();
            running.execute("update accounts set updated_at = updated_at");

            var ended = CompletableFuture.runAsync(() -> closings.end(APRIL), Thread::startVirtualThread);

            awaitLooks(3);
            assertThat(ended).isNotDone();
            running.rollback();
            ended.get(1, TimeUnit.MINUTES);
        }
    }

    /** Whoever waits for what is under way looks again and again. */
    private void awaitLooks(int count) {
        var looks = new HashSet<Instant>();
        while (looks.size() < count) {
            looks.addAll(Jdbi.create(database.superuser()).withHandle(handle -> handle.createQuery("""
                    select query_start from pg_stat_activity
                    where datname = current_database() and pid <> pg_backend_pid() and query like '%pg_snapshot_xmin%'
                    """).mapTo(Instant.class).list()));
        }
    }

    @Test
    void a_posting_that_was_altered_in_a_closed_month_is_found_in_everything() {
        execute("update postings set asset = 'EUR' where " + isOf(deposit));
        execute("update balances set asset = 'EUR' where asset = 'USD'");

        assertThat(allDifferences()).extracting(Difference::check, difference -> difference.facts().get("what"))
                .contains(
                        tuple("closed_month_altered", "postings"),
                        tuple("closed_month_altered", "balances"),
                        tuple("closed_month_altered", "house"));
    }

    /** A swap that leaves every sum as it was. */
    @Test
    void a_time_that_was_altered_within_a_closed_month_is_found_in_everything_and_not_looked_for_otherwise() {
        execute("update postings set posted_at = posted_at - interval '1 minute' where " + isOf(deposit));

        assertThat(differences()).isEmpty();
        assertThat(allDifferences()).extracting(Difference::check).contains("closed_month_altered");
    }

    @Test
    void a_posting_that_was_put_into_a_closed_month_or_taken_out_of_it_is_found() {
        execute("delete from postings where " + isOf(deposit));

        assertThat(allDifferences()).extracting(Difference::check).contains("closed_month_altered");
    }

    @Test
    void the_open_month_is_checked_each_time_from_the_closed_balances_on() {
        execute("update balances set available = available + 5 where asset = 'USD'");
        assertThat(differences()).extracting(Difference::check).contains("balance_differs_from_entries", "newest_entry_differs_from_balance");

        execute("update balances set available = available - 5 where asset = 'USD'");
        assertThat(differences()).isEmpty();

        execute("update postings set available_after = 7 where posted_at > '2025-04-01' and asset = 'USD'");
        assertThat(differences()).extracting(Difference::check).contains("running_balance_broken");
    }

    @Test
    void a_payout_of_a_closed_month_that_has_arrived_since_is_checked_too() {
        execute("update transactions set amount = amount + 1 where " + isOf(payout));

        assertThat(differences()).extracting(Difference::check).contains("transaction_unlike_its_entries");
    }

    @Test
    void closed_balances_and_closings_that_were_altered_are_found() {
        execute("update closed_balances set available = available + 1 where asset = 'USD'");
        assertThat(differences()).extracting(Difference::check).contains("closed_balances_unlike_their_closing", "running_balance_broken");
        execute("update closed_balances set available = available - 1 where asset = 'USD'");

        execute("update closed_house_balances set amount = amount + 1 where asset = 'USD'");
        assertThat(differences()).extracting(Difference::check).containsExactly("closed_balances_unlike_their_closing");
        execute("update closed_house_balances set amount = amount - 1 where asset = 'USD'");

        execute("update closings set postings = postings + 1");
        assertThat(differences()).extracting(Difference::check).containsExactly("closing_unlike_its_hash");
        execute("update closings set postings = postings - 1");

        closed(APRIL);
        execute("delete from closings where month = '2025-03-01'");
        assertThat(differences()).extracting(Difference::check).contains("closing_without_its_predecessor");
    }

    private Closing closed(YearMonth month) {
        closings.end(month);
        return closings.close(month);
    }

    private static String isOf(Transaction transaction) {
        return "transaction_id = '" + transaction.id().uuid() + "'";
    }

    private List<Difference> differences() {
        return found(new BooksVerifier(way));
    }

    private List<Difference> allDifferences() {
        return found(BooksVerifier.ofEverything(way));
    }

    private static List<Difference> found(BooksVerifier verifier) {
        var found = new ArrayList<Difference>();
        verifier.verify(found::add);
        return found;
    }

    private void execute(String statement) {
        Jdbi.create(database.superuser()).useHandle((Handle handle) -> assertThat(handle.execute(statement)).isPositive());
    }

    private List<String> texts(String query) {
        return Jdbi.create(database.superuser()).withHandle(handle -> {
            handle.execute("set time zone 'UTC'");
            return handle.createQuery(query).mapTo(String.class).list();
        });
    }
}
