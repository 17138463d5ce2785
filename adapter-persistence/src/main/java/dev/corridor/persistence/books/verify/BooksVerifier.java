package dev.corridor.persistence.books.verify;

import dev.corridor.persistence.Database;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;

/**
 * Checks that the books add up: that no money came from nowhere, that every balance is what its entries say, that every entry is there for a
 * reason, and that money is locked or a quote used only where a transaction says why. It changes nothing and locks nothing, sees one moment
 * of the database however long it takes, and keeps no more than a few rows in memory however much it finds.
 *
 * <p>In the database, too, its memory is bounded. Most of it goes along a key in small {@link KeyRanges}; the one sort of the ledger, for
 * the {@link BalanceCheck}, goes to disk: about 120 bytes for each entry of a customer, which a {@code temp_file_limit} must allow. What is
 * found differs in no way if the service works meanwhile; but as long as the verification looks at its moment, {@code VACUUM} cannot clear
 * away what was overwritten since.
 *
 * <p>Sums are taken as {@code numeric}, which cannot overflow. The data source should have no {@code socketTimeout}: the sort of a large
 * ledger may take minutes.
 */
public final class BooksVerifier {

    private static final KeyRanges TRANSACTIONS =
            new KeyRanges("transactions and their entries", "transactions", "transaction_id", new UUID(0, 0));

    private static final KeyRanges QUOTES = new KeyRanges("quotes", "quotes", "quote_id", new UUID(0, 0));

    private static final KeyRanges ANSWERS = new KeyRanges("remembered answers", "idempotency_records", "idempotency_key", "");

    private static final Check USED_QUOTE_WITHOUT_TRADE = new Check(
            "used_quote_without_trade",
            """
            select organization_id as "organizationId", account_id as "accountId", quote_id as "quoteId", executed_at as "executedAt"
            from quotes
            where quote_id >= :from and (quote_id < :until or :last)
                and executed_at is not null
                and not exists (
                    select from transactions
                    where transactions.quote_id = quotes.quote_id and transactions.organization_id = quotes.organization_id)
            """);

    private static final Check QUOTE_FOR_NO_ACCOUNT = new Check(
            "quote_for_no_account",
            """
            select organization_id as "organizationId", account_id as "accountId", quote_id as "quoteId"
            from quotes
            where quote_id >= :from and (quote_id < :until or :last)
                and not exists (
                    select from accounts
                    where accounts.account_id = quotes.account_id and accounts.organization_id = quotes.organization_id)
            """);

    /**
     * An answer and its effect are kept together, so what was answered has happened. An answer tells its transaction before anything that a
     * client could have written. The key of the request is the client's, and is not told.
     */
    private static final Check ANSWER_WITHOUT_ITS_TRANSACTION = new Check(
            "answer_without_its_transaction",
            """
            select organization_id as "organizationId", method, path, told as "transactionId", answered_at as "answeredAt"
            from idempotency_records
            cross join lateral cast(
                substring(answer from '^2[0-9]{2}\\n(?:[^\\n]+\\n)*\\n\\{"object":"[a-z_]+","transactionId":"txn_([0-9a-f]{32})"') as uuid) as told
            where idempotency_key >= :from and (idempotency_key < :until or :last)
                and told is not null
                and not exists (
                    select from transactions
                    where transactions.transaction_id = told and transactions.organization_id = idempotency_records.organization_id)
            """);

    private static final Check LOCKED_DIFFERS_FROM_OPEN_PAYOUTS = new Check(
            "locked_differs_from_open_payouts",
            """
            select organization_id as "organizationId", account_id as "accountId", asset,
                coalesce(balances.locked, 0) as locked, coalesce(open.amount, 0) as "lockedByOpenPayouts"
            from balances
            full join (
                select organization_id, account_id, asset, sum(amount) as amount
                from transactions
                where status = 'LOCKED'
                group by organization_id, account_id, asset
            ) as open using (organization_id, account_id, asset)
            where coalesce(balances.locked, 0) <> coalesce(open.amount, 0)
            """);

    /**
     * One moment for all. No limit of time; a sort in few runs; and plans that know the range, of which none is large enough to be compiled.
     * A page that was not asked for in order costs hardly more than another: identifiers are in the order of time, so what a range looks up
     * lies together.
     */
    private static final List<String> SETTINGS = List.of(
            "set transaction isolation level repeatable read, read only",
            "set local statement_timeout = 0",
            "set local idle_in_transaction_session_timeout = 0",
            "set local work_mem = '64MB'",
            "set local plan_cache_mode = force_custom_plan",
            "set local jit = off",
            "set local random_page_cost = 1.1");

    /** For what does not go along a key, the server knows best what its pages cost. */
    private static final String PAGES_AS_THE_SERVER_SAYS = "set local random_page_cost to default";

    /** What the walk along the balances reads: the entries of customers, which are those in this index, and the balances. */
    private static final List<String> OF_BALANCES = List.of("entries_of_account_newest_first", "balances");

    private static final int STAGES = 5;

    private static final int ROWS_AT_A_TIME = 1_000;

    private final Jdbi jdbi;
    private final int rowsInRange;
    private final AtomicReference<Statement> running = new AtomicReference<>();
    private volatile boolean isCancelled;

    public BooksVerifier(DataSource dataSource) {
        this(dataSource, KeyRanges.ROWS);
    }

    BooksVerifier(DataSource dataSource, int rowsInRange) {
        this.jdbi = Database.on(dataSource);
        this.rowsInRange = rowsInRange;
    }

    /**
     * Hands over every difference as it is found.
     *
     * @throws VerificationFailedException if the books could not be checked to the end. What was found before stands
     */
    public void verify(Consumer<Difference> found, VerificationProgress progress) {
        try {
            jdbi.useTransaction(handle -> new Run(handle, found, progress).verify());
        } catch (JdbiException e) {
            requireNotCancelled();
            throw new VerificationFailedException("the books could not be checked: " + reason(e), e);
        }
    }

    /** As {@link #verify(Consumer, VerificationProgress)}, and nobody watches. */
    public void verify(Consumer<Difference> found) {
        verify(found, VerificationProgress.UNWATCHED);
    }

    /**
     * Ends the verification soon, in the database too. If a statement is just about to start it may escape: whoever is in a hurry calls this
     * again until the verification has ended.
     */
    public void cancel() {
        isCancelled = true;
        var statement = running.get();
        if (statement != null) {
            try {
                statement.cancel();
            } catch (SQLException ignored) {
                // The database does not listen at this moment. Whoever wants it ended asks again.
            }
        }
    }

    private void requireNotCancelled() {
        if (isCancelled) {
            throw new VerificationFailedException("the books were not checked to the end: the verification was cancelled");
        }
    }

    /** In the words of the database, or of its driver. */
    private static String reason(Throwable failure) {
        return failure instanceof SQLException || failure.getCause() == null ? failure.getMessage() : reason(failure.getCause());
    }

    /** A verification, on its one transaction of the database. */
    private final class Run {

        private final Handle handle;
        private final Consumer<Difference> found;
        private final VerificationProgress progress;
        private int stagesBegun;

        Run(Handle handle, Consumer<Difference> found, VerificationProgress progress) {
            this.handle = handle;
            this.found = found;
            this.progress = progress;
        }

        void verify() {
            SETTINGS.forEach(handle::execute);
            goAlong(TRANSACTIONS, TransactionChecks.ALL);
            goAlong(QUOTES, List.of(USED_QUOTE_WITHOUT_TRADE, QUOTE_FOR_NO_ACCOUNT));
            goAlong(ANSWERS, List.of(ANSWER_WITHOUT_ITS_TRANSACTION));
            handle.execute(PAGES_AS_THE_SERVER_SAYS);
            compareLockedMoney();
            walkAlongBalances();
        }

        private void goAlong(KeyRanges ranges, List<Check> checks) {
            begin(ranges.subject(), estimate(List.of(ranges.table())));
            var from = ranges.first();
            for (long done = rowsInRange; ; done += rowsInRange) {
                var next = query(ranges.selectNext())
                        .bind("from", from)
                        .bind("rowsBefore", rowsInRange - 1)
                        .mapTo(from.getClass())
                        .findFirst();
                var until = next.isPresent() ? next.get() : from;
                for (var check : checks) {
                    query(check.violations())
                            .bind("from", from)
                            .bind("until", until)
                            .bind("last", next.isEmpty())
                            .map(check)
                            .forEach(found);
                }
                if (next.isEmpty()) {
                    return;
                }
                progress.reach(done);
                from = until;
            }
        }

        private void compareLockedMoney() {
            begin("locked money", OptionalLong.empty());
            query(LOCKED_DIFFERS_FROM_OPEN_PAYOUTS.violations()).map(LOCKED_DIFFERS_FROM_OPEN_PAYOUTS).forEach(found);
        }

        private void walkAlongBalances() {
            begin("balances and their entries", estimate(OF_BALANCES));
            var walk = new BalanceCheck(found);
            query(BalanceCheck.LEDGER).scanResultSet((ledger, context) -> {
                var rows = ledger.get();
                for (long done = 0; rows.next(); done++) {
                    walk.take(rows);
                    if (done % ROWS_AT_A_TIME == 0) {
                        requireNotCancelled();
                        progress.reach(done);
                    }
                }
                return walk;
            });
            walk.finish();
        }

        private void begin(String subject, OptionalLong rows) {
            stagesBegun++;
            progress.begin(new VerificationProgress.Stage(stagesBegun, STAGES, subject, rows));
        }

        /** By the statistics; none are kept of what has never been analyzed. */
        private OptionalLong estimate(List<String> relations) {
            var select =
                    """
                    select cast(sum(reltuples) as bigint)
                    from pg_class
                    where oid = any(array(select to_regclass(name) from unnest(:relations) as name))
                    having min(reltuples) > 0
                    """;
            return query(select)
                    .bindArray("relations", String.class, relations)
                    .mapTo(Long.class)
                    .findFirst()
                    .map(OptionalLong::of)
                    .orElseGet(OptionalLong::empty);
        }

        private Query query(String sql) {
            requireNotCancelled();
            return handle.createQuery(sql).setFetchSize(ROWS_AT_A_TIME).addCustomizer(new StatementCustomizer() {
                @Override
                public void beforeExecution(PreparedStatement statement, StatementContext context) {
                    running.set(statement);
                }

                @Override
                public void afterExecution(PreparedStatement statement, StatementContext context) {
                    running.set(null);
                }
            });
        }
    }
}
