package dev.corridor.persistence.books.verify;

import dev.corridor.domain.transaction.HouseAccount;
import dev.corridor.domain.closing.Closing;
import dev.corridor.domain.id.TimeOrderedUuid;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.books.verify.Staged.Part;
import dev.corridor.persistence.closing.PostgresClosings;
import java.math.BigInteger;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.StatementCustomizer;

/**
 * Verifies the books: each balance equals its entries, each posting has a cause, and a transaction justifies all locked
 * money and used quotes. It changes and locks nothing, reads one snapshot, and keeps only a few rows in memory.
 *
 * <p>What closed months contain was verified when they were closed. It is verified again only if {@link #ofEverything everything} is asked for; else the
 * balances begin with those of the newest closing, and transactions and quotes with the first that was still to change.
 *
 * <p>The database's memory is bounded too. Most checks walk along a key in small {@link KeyRanges}. The only sort, for the
 * {@link BalanceCheck}, uses about 120 bytes of disk per posting to a customer, which a {@code temp_file_limit} must allow. A running service does
 * not affect the result, but {@code VACUUM} cannot remove rows newer than the snapshot meanwhile.
 *
 * <p>Sums are {@code numeric}, which cannot overflow. The data source should have no {@code socketTimeout}: the sort of a large ledger may
 * take minutes.
 */
public final class BooksVerifier {

    private static final KeyRanges TRANSACTIONS = new KeyRanges("transactions and their entries", "transactions", "transaction_id", new UUID(0, 0));

    private static final KeyRanges QUOTES = new KeyRanges("quotes", "quotes", "quote_id", new UUID(0, 0));

    private static final KeyRanges ANSWERS = new KeyRanges("remembered answers", "idempotency_records", "request_hash", new UUID(0, 0));

    private static final KeyRanges RECEIPTS = new KeyRanges("receipts", "receipts", "receipt_id", new UUID(0, 0));

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

    /** What {@link dev.corridor.domain.quote.Quote} and its parts guarantee. */
    private static final Check IMPOSSIBLE_QUOTE = new Check(
            "impossible_quote",
            """
            select organization_id as "organizationId", account_id as "accountId", quote_id as "quoteId",
                from_asset as "fromAsset", from_amount as "fromAmount", to_asset as "toAsset", to_amount as "toAmount", fee, mid_rate as "midRate",
                issued_at as "issuedAt", expires_at as "expiresAt", executed_at as "executedAt"
            from quotes
            where quote_id >= :from and (quote_id < :until or :last)
                and (from_amount <= 0 or to_amount <= 0 or fee not between 0 and from_amount or mid_rate <= 0 or from_asset = to_asset
                    or expires_at <= issued_at or executed_at >= expires_at)
            """);

    /**
     * An answer is stored with its effect, so its transaction must exist. In an answer the transaction comes before anything written by a
     * client. The idempotency key is the client's, and is not reported.
     */
    private static final Check ANSWER_WITHOUT_ITS_TRANSACTION = new Check(
            "answer_without_its_transaction",
            """
            select organization_id as "organizationId", method, path, told as "transactionId", answered_at as "answeredAt"
            from idempotency_records
            cross join lateral cast(
                substring(answer from '^2[0-9]{2}\\n(?:[^\\n]+\\n)*\\n\\{"object":"[a-z_]+","transactionId":"txn_([0-9a-f]{32})"') as uuid) as told
            where request_hash >= :from and (request_hash < :until or :last)
                and told is not null
                and not exists (
                    select from transactions
                    where transactions.transaction_id = told and transactions.organization_id = idempotency_records.organization_id)
            """);

    /** The primary key does not span the partitions, see {@link dev.corridor.persistence.idempotency.PostgresExpiredAnswers}. */
    private static final Check SEVERAL_ANSWERS_TO_ONE_REQUEST = new Check(
            "several_answers_to_one_request",
            """
            select organization_id as "organizationId", method, path, count(*) as answers, min(answered_at) as "answeredAt"
            from idempotency_records
            where request_hash >= :from and (request_hash < :until or :last)
            group by request_hash, organization_id, method, path
            having count(*) > 1
            """);

    /** What a receipt says is in an account, its transaction has brought there. */
    private static final Check RECEIPT_UNLIKE_ITS_TRANSACTION = new Check(
            "receipt_unlike_its_transaction",
            List.of(
                    new Part(
                            "receipt",
                            """
                            select organization_id, transaction_id, receipt_id, account_id, type, asset, units, is_known
                            from receipts
                            where receipt_id >= :from and (receipt_id < :until or :last) and transaction_id is not null
                            """),
                    new Part(
                            "credit",
                            """
                            select organization_id, transaction_id, account_id, type, asset, amount
                            from transactions
                            where (transaction_id, organization_id) in (select transaction_id, organization_id from receipt)
                            """)),
            """
            select organization_id as "organizationId", transaction_id as "transactionId", receipt_id as "receiptId",
                receipt.account_id as "receiptAccountId", credit.account_id as "accountId",
                receipt.type as "receiptType", credit.type, receipt.asset as "receiptAsset", credit.asset,
                units as "receiptAmount", amount
            from receipt
            left join credit using (transaction_id, organization_id)
            where (receipt.account_id, receipt.type, receipt.asset, units, is_known)
                is distinct from (credit.account_id, credit.type, credit.asset, amount, true)
            """);

    private static final Check LOCKED_DIFFERS_FROM_OPEN_PAYOUTS = new Check(
            "locked_differs_from_open_payouts",
            """
            select organization_id as "organizationId", account_id as "accountId", asset,
                coalesce(balances.locked, 0) as locked, coalesce(open.amount, 0) as "lockedByOpenPayouts"
            from balances
            full join (
                select organization_id, account_id, asset, sum(amount + coalesce(fee, 0)) as amount
                from transactions
                where status = 'LOCKED'
                group by organization_id, account_id, asset
            ) as open using (organization_id, account_id, asset)
            where coalesce(balances.locked, 0) <> coalesce(open.amount, 0)
            """);

    /** By the outbox, and by what the receivers have decided. */
    private static final Staged IN_FLIGHT = new Staged(
            List.of(
                    new Part(
                            "debit",
                            """
                            select transaction_id, receiver, asset, amount
                            from network_transfers
                            join transactions using (transaction_id, organization_id)
                            where status = 'COMPLETED' and waiting_since is not null
                            """),
                    new Part(
                            "credit",
                            """
                            select debit
                            from transactions
                            where (debit, organization_id) in (select transaction_id, receiver from debit) and status = 'COMPLETED'
                            """)),
            """
            select asset, sum(amount) as amount
            from debit
            where not exists (select from credit where credit.debit = debit.transaction_id)
            group by asset
            """);

    /**
     * One snapshot for all checks, no time limits, few runs of the sort, and plans for the actual ranges, too small for JIT. Random pages
     * cost little more than sequential ones: ids are ordered by time, so the rows of a range lie together.
     */
    private static final List<String> SETTINGS = List.of(
            "set transaction isolation level repeatable read, read only",
            "set local statement_timeout = 0",
            "set local idle_in_transaction_session_timeout = 0",
            "set local work_mem = '64MB'",
            "set local plan_cache_mode = force_custom_plan",
            "set local jit = off",
            "set local random_page_cost = 1.1");

    /** The server's own page cost, for checks that do not walk along a key. */
    private static final String PAGES_AS_THE_SERVER_SAYS = "set local random_page_cost to default";

    /** Read by the walk along the balances: customers' postings, which are those in this index, and the balances. */
    private static final List<String> OF_BALANCES = List.of("postings_of_account", "balances");

    /** Nothing is posted before it. */
    private static final Instant BEGINNING = Instant.EPOCH;

    /** More than any quote is valid for. */
    private static final Duration LONGEST_QUOTE = Duration.ofDays(1);

    /** The ranges of pages of the time tell where to look, so only what was posted since is read. */
    private static final String FIRST_TRANSACTION = """
            select least(cast(:first as uuid), (
                select transaction_id
                from (select transaction_id from postings where posted_at >= :since offset 0) as posted
                order by transaction_id
                limit 1))
            """;

    private static final int STAGES = 7;

    private static final int ROWS_AT_A_TIME = 1_000;

    private final Jdbi jdbi;
    private final boolean isOfEverything;
    private final int rowsInRange;
    private final AtomicReference<Statement> running = new AtomicReference<>();
    private volatile boolean isCancelled;

    /** Of what is not closed. */
    public BooksVerifier(DataSource dataSource) {
        this(dataSource, KeyRanges.ROWS, false);
    }

    public static BooksVerifier ofEverything(DataSource dataSource) {
        return new BooksVerifier(dataSource, KeyRanges.ROWS, true);
    }

    BooksVerifier(DataSource dataSource, int rowsInRange, boolean isOfEverything) {
        this.jdbi = Database.on(dataSource);
        this.isOfEverything = isOfEverything;
        this.rowsInRange = rowsInRange;
    }

    /**
     * Reports each difference when it is found.
     *
     * @throws VerificationFailedException if the verification could not complete; differences reported before are valid
     */
    public void verify(Consumer<Difference> found, VerificationProgress progress) {
        try {
            jdbi.useTransaction(handle -> new Run(handle, found, progress).verify());
        } catch (JdbiException e) {
            requireNotCancelled();
            throw new VerificationFailedException("the books could not be checked: " + reason(e), e);
        }
    }

    /** Without progress. */
    public void verify(Consumer<Difference> found) {
        verify(found, VerificationProgress.UNWATCHED);
    }

    /** Cancels soon, in the database too. A statement that is just starting may escape, so repeat the call until the verification has ended. */
    public void cancel() {
        isCancelled = true;
        var statement = running.get();
        if (statement != null) {
            try {
                statement.cancel();
            } catch (SQLException ignored) {
                // The statement has not started or has ended; the caller repeats the call.
            }
        }
    }

    private void requireNotCancelled() {
        if (isCancelled) {
            throw new VerificationFailedException("the books were not checked to the end: the verification was cancelled");
        }
    }

    /** The message of the database or its driver. */
    private static String reason(Throwable failure) {
        return failure instanceof SQLException || failure.getCause() == null ? failure.getMessage() : reason(failure.getCause());
    }

    /** Of keys, as the checks take it. */
    private record Range(Object from, Object until, boolean last) {

        Query bind(Query query) {
            return query.bind("from", from).bind("until", until).bind("last", last);
        }
    }

    /** A verification in one transaction. */
    private final class Run {

        private final Handle handle;
        private final Consumer<Difference> found;
        private final VerificationProgress progress;
        private int stagesBegun;
        private Instant since = BEGINNING;

        Run(Handle handle, Consumer<Difference> found, VerificationProgress progress) {
            this.handle = handle;
            this.found = found;
            this.progress = progress;
        }

        void verify() {
            SETTINGS.forEach(handle::execute);
            handle.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
            begin("closed months", OptionalLong.empty());
            var closing = new ClosingChecks(this::query, isOfEverything, found).verify().filter(newest -> !isOfEverything);
            closing.ifPresent(newest -> since = newest.end());
            goAlong(TRANSACTIONS.from(firstTransaction()), TransactionChecks.ALL);
            goAlong(QUOTES.from(firstQuote()), List.of(USED_QUOTE_WITHOUT_TRADE, QUOTE_FOR_NO_ACCOUNT, IMPOSSIBLE_QUOTE));
            goAlong(ANSWERS, List.of(ANSWER_WITHOUT_ITS_TRANSACTION, SEVERAL_ANSWERS_TO_ONE_REQUEST));
            goAlong(RECEIPTS, List.of(RECEIPT_UNLIKE_ITS_TRANSACTION));
            handle.execute(PAGES_AS_THE_SERVER_SAYS);
            compareLockedMoney();
            walkAlongBalances(closing);
        }

        /** Made since the closing, or posted since. */
        private UUID firstTransaction() {
            return since.equals(BEGINNING)
                    ? (UUID) TRANSACTIONS.first()
                    : query(FIRST_TRANSACTION).bind("first", TimeOrderedUuid.first(since)).bind("since", since).mapTo(UUID.class).one();
        }

        /** One that was valid when the month ended. */
        private UUID firstQuote() {
            return since.equals(BEGINNING) ? (UUID) QUOTES.first() : TimeOrderedUuid.first(since.minus(LONGEST_QUOTE));
        }

        private void goAlong(KeyRanges ranges, List<Check> checks) {
            begin(ranges.subject(), estimate(List.of(ranges.table())));
            var from = ranges.first();
            for (long done = rowsInRange;; done += rowsInRange) {
                var next = query(ranges.selectNext())
                        .bind("from", from)
                        .bind("rowsBefore", rowsInRange - 1)
                        .mapTo(from.getClass())
                        .findFirst();
                var until = next.isPresent() ? next.get() : from;
                var range = new Range(from, until, next.isEmpty());
                checks.forEach(check -> check.each(sql -> range.bind(query(sql)), report(check)));
                if (next.isEmpty()) {
                    return;
                }
                progress.reach(done);
                from = until;
            }
        }

        private void compareLockedMoney() {
            begin("locked money", OptionalLong.empty());
            LOCKED_DIFFERS_FROM_OPEN_PAYOUTS.each(this::query, report(LOCKED_DIFFERS_FROM_OPEN_PAYOUTS));
        }

        private Consumer<Map<String, String>> report(Check check) {
            return facts -> found.accept(new Difference(check.name(), facts));
        }

        private void walkAlongBalances(Optional<Closing> closing) {
            begin("balances and their entries", estimate(OF_BALANCES));
            var walk = new BalanceCheck(closing.map(this::clearingAfter).orElseGet(Map::of), found);
            var closed = query("select month from closings where month < :sinceDay")
                    .bind("sinceDay", LocalDate.ofInstant(since, ZoneOffset.UTC))
                    .mapTo(LocalDate.class)
                    .list();
            var postings = query(BalanceCheck.LEDGER).bind("since", since).bindArray("closed", LocalDate.class, closed);
            postings.scanResultSet((ledger, context) -> {
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
            compareClearing(walk.clearing());
        }

        private Map<String, BigInteger> clearingAfter(Closing closing) {
            var clearing = new TreeMap<String, BigInteger>();
            PostgresClosings.houseAfter(closing.month(), this::query).forEach((place, amount) -> {
                if (place.place().equals(HouseAccount.CLEARING.name())) {
                    clearing.put(place.asset(), amount);
                }
            });
            return clearing;
        }

        /** The clearing account holds what is in flight, and nothing else. */
        private void compareClearing(Map<String, BigInteger> held) {
            var inFlight = new TreeMap<String, BigInteger>();
            IN_FLIGHT.each(
                    this::query,
                    row -> inFlight.merge(row.getString("asset"), row.getBigDecimal("amount").toBigIntegerExact(), BigInteger::add));
            Stream.concat(held.keySet().stream(), inFlight.keySet().stream()).distinct().sorted().forEach(asset -> {
                var inClearing = held.getOrDefault(asset, BigInteger.ZERO);
                var expected = inFlight.getOrDefault(asset, BigInteger.ZERO);
                if (!inClearing.equals(expected)) {
                    var facts = new LinkedHashMap<String, String>();
                    facts.put("asset", asset);
                    facts.put("clearing", inClearing.toString());
                    facts.put("inFlight", expected.toString());
                    found.accept(new Difference("clearing_differs_from_transfers_in_flight", facts));
                }
            });
        }

        private void begin(String subject, OptionalLong rows) {
            stagesBegun++;
            progress.begin(new VerificationProgress.Stage(stagesBegun, STAGES, subject, rows));
        }

        /** From the statistics; empty for tables that were never analyzed. */
        private OptionalLong estimate(List<String> relations) {
            var select = """
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
