package dev.corridor.persistence.books;

import static dev.corridor.testing.Fixtures.NOON;
import static dev.corridor.testing.Fixtures.aDepositTo;
import static dev.corridor.testing.Fixtures.aLiveQuoteOf;
import static dev.corridor.testing.Fixtures.aTradeOf;
import static dev.corridor.testing.Fixtures.usd;
import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.corridor.application.books.OpenBooks;
import dev.corridor.application.books.Subjects;
import dev.corridor.domain.idempotency.Fingerprint;
import dev.corridor.domain.idempotency.IdempotencyKey;
import dev.corridor.domain.idempotency.IdempotencyRecord;
import dev.corridor.domain.quote.Quote;
import dev.corridor.domain.quote.QuotePolicy;
import dev.corridor.persistence.Migrations;
import dev.corridor.persistence.testing.PostgresStore;
import dev.corridor.persistence.testing.TestDatabase;
import dev.corridor.testing.Store;
import dev.corridor.testing.StoreContract;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.generic.GenericType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

/** What the most frequent requests write, each in a batch of its own: a quote is created and executed, with idempotency keys. */
class PairWritesTest extends StoreContract {

    /** Of the sessions whose writes are counted. */
    private static final String NAME = "pair";

    private TestDatabase database;
    private HikariDataSource pool;
    private PostgresStore postgres;

    @Override
    protected Store store() {
        database = TestDatabase.create();
        reopen();
        return postgres;
    }

    @AfterEach
    void close() {
        postgres.close();
        pool.close();
        database.close();
    }

    @Test
    void a_pair_writes_these_rows_and_no_others() {
        posted(aDepositTo(account, usd("1000.00")));
        var quote = issued(aLiveQuoteOf(account), "first");
        executed(quote, "second");
        var before = rowsWritten();

        executed(issued(aLiveQuoteOf(account), "third"), "fourth");

        var written = rowsWritten();
        before.forEach((table, rows) -> written.merge(table, -rows, Long::sum));
        written.values().removeIf(rows -> rows == 0);
        assertThat(written)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "accounts", 2L,
                        "quotes", 2L,
                        "transactions", 1L,
                        "postings", 3L,
                        "balances", 2L,
                        "events_0", 3L,
                        "idempotency_records_0", 2L));
    }

    private Quote issued(Quote quote, String key) {
        var request = new IdempotencyKey(organization.id(), key, "POST", "/v1/quotes");
        return store.books().decide(Subjects.account(organization.id(), account.id()).with(request), open -> {
            open.record(quote);
            open.record(open.openQuotes(account.id()).issue(quote.conversion(), QuotePolicy.STANDARD.limit(), NOON));
            answer(request, open);
            return quote;
        });
    }

    private void executed(Quote quote, String key) {
        var request = new IdempotencyKey(organization.id(), key, "POST", "/v1/quotes/" + quote.id() + "/execute");
        store.books().decide(Subjects.quote(organization.id(), quote.id()).with(request), open -> {
            open.record(open.quote(quote.id()).execute(NOON));
            open.record(open.openQuotes(account.id()).execute(quote.terms(), QuotePolicy.STANDARD.limit()));
            answer(request, open);
            return open.post(aTradeOf(quote));
        });
    }

    private static void answer(IdempotencyKey request, OpenBooks open) {
        open.record(new IdempotencyRecord(request, Fingerprint.of(Map.of(), Map.of()), "200\n{}", NOON));
    }

    /** By table. A session reports its counters at the latest when it ends. */
    private Map<String, Long> rowsWritten() {
        postgres.close();
        pool.close();
        var superuser = Jdbi.create(database.superuser());
        var open = "select count(*) from pg_stat_activity where datname = current_database() and application_name = '" + NAME + "'";
        while (superuser.withHandle(handle -> handle.createQuery(open).mapTo(Long.class).one()) > 0) {
            Thread.onSpinWait();
        }
        var counters = "select relname, n_tup_ins + n_tup_upd + n_tup_del as rows from pg_stat_user_tables";
        var rows = superuser.withHandle(handle -> handle.createQuery(counters)
                .setMapKeyColumn("relname")
                .setMapValueColumn("rows")
                .collectInto(new GenericType<Map<String, Long>>() {}));
        reopen();
        store = postgres;
        return new HashMap<>(rows);
    }

    private void reopen() {
        var sessions = (PGSimpleDataSource) database.superuser();
        sessions.setApplicationName(NAME);
        var config = new HikariConfig();
        config.setDataSource(sessions);
        config.setConnectionInitSql(Migrations.TAKE_ON_SERVICE_ROLE);
        pool = new HikariDataSource(config);
        postgres = PostgresStore.on(pool);
    }
}
