package dev.corridor.persistence.books;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.quote.QuoteId;
import dev.corridor.domain.transaction.TransactionId;
import dev.corridor.persistence.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Checks that the books add up: that no money came from nowhere, that every balance is what its entries say, and that money is locked or a
 * quote used only where a transaction says why. It changes nothing, sees one moment of the database however long it takes, and keeps no
 * more than a few rows in memory however much it finds.
 *
 * <p>Sums are taken as {@code numeric}, which cannot overflow. The data source should have no {@code socketTimeout}: a check of a large
 * ledger is one statement that may take minutes.
 */
public final class BooksVerifier {

    /**
     * A rule, and the query that answers one row for each place where it is broken. The names of its columns are the names of the facts.
     */
    private record Check(String name, String violations) {}

    /** Double entry: what comes in somewhere goes out somewhere else, in each asset. */
    private static final Check UNBALANCED_TRANSACTION = new Check(
            "unbalanced_transaction",
            """
            select organization_id as "organizationId", transaction_id as "transactionId", asset, sum(amount) as "sum"
            from entries
            group by organization_id, transaction_id, asset
            having sum(amount) <> 0
            """);

    private static final Check BALANCE_DIFFERS_FROM_ENTRIES = new Check(
            "balance_differs_from_entries",
            """
            select organization_id as "organizationId", account_id as "accountId", asset,
                balances.available, coalesce(posted.available, 0) as "availableByEntries",
                balances.locked, coalesce(posted.locked, 0) as "lockedByEntries"
            from balances
            full join (
                select organization_id, account_id, asset,
                    coalesce(sum(amount) filter (where bucket = 'AVAILABLE'), 0) as available,
                    coalesce(sum(amount) filter (where bucket = 'LOCKED'), 0) as locked
                from entries
                where account_id is not null
                group by organization_id, account_id, asset
            ) as posted using (organization_id, account_id, asset)
            where balances.available is distinct from coalesce(posted.available, 0)
                or balances.locked is distinct from coalesce(posted.locked, 0)
            """);

    /**
     * Each entry's running balance is the one before it and the entry's own amount. Only the entry at which the chain breaks is named, not
     * all that come after it.
     */
    private static final Check RUNNING_BALANCE_BROKEN = new Check(
            "running_balance_broken",
            """
            select organization_id as "organizationId", account_id as "accountId", asset, bucket,
                transaction_id as "transactionId", line, balance_before as "balanceBefore", amount, balance_after as "balanceAfter"
            from (
                select *, coalesce(lag(balance_after) over in_order_of_posting, 0)::numeric as balance_before
                from entries
                where account_id is not null
                window in_order_of_posting as (partition by organization_id, account_id, asset, bucket order by entry_number)
            ) as chain
            where balance_after <> balance_before + amount
            """);

    /** What a reader of the ledger sees last is what the balance says. */
    private static final Check NEWEST_ENTRY_DIFFERS_FROM_BALANCE = new Check(
            "newest_entry_differs_from_balance",
            """
            select organization_id as "organizationId", account_id as "accountId", asset, newest.bucket,
                newest.balance_after as "balanceAfter",
                case newest.bucket when 'AVAILABLE' then balances.available else balances.locked end as balance
            from (
                select distinct on (organization_id, account_id, asset, bucket)
                    organization_id, account_id, asset, bucket, balance_after
                from entries
                where account_id is not null
                order by organization_id, account_id, asset, bucket, entry_number desc
            ) as newest
            left join balances using (organization_id, account_id, asset)
            where newest.balance_after is distinct from
                case newest.bucket when 'AVAILABLE' then balances.available else balances.locked end
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

    private static final Check USED_QUOTE_WITHOUT_TRADE = new Check(
            "used_quote_without_trade",
            """
            select organization_id as "organizationId", account_id as "accountId", quote_id as "quoteId", executed_at as "executedAt"
            from quotes
            where executed_at is not null
                and not exists (
                    select from transactions
                    where transactions.quote_id = quotes.quote_id and transactions.organization_id = quotes.organization_id)
            """);

    private static final Check TRADE_OF_UNUSED_QUOTE = new Check(
            "trade_of_unused_quote",
            """
            select organization_id as "organizationId", transactions.account_id as "accountId",
                transaction_id as "transactionId", quote_id as "quoteId"
            from transactions
            left join quotes using (quote_id, organization_id)
            where type = 'TRADE' and executed_at is null
            """);

    private static final List<Check> CHECKS = List.of(
            UNBALANCED_TRANSACTION,
            BALANCE_DIFFERS_FROM_ENTRIES,
            RUNNING_BALANCE_BROKEN,
            NEWEST_ENTRY_DIFFERS_FROM_BALANCE,
            LOCKED_DIFFERS_FROM_OPEN_PAYOUTS,
            USED_QUOTE_WITHOUT_TRADE,
            TRADE_OF_UNUSED_QUOTE);

    private static final int ROWS_AT_A_TIME = 500;

    private final Jdbi jdbi;

    public BooksVerifier(DataSource dataSource) {
        this.jdbi = Database.on(dataSource);
    }

    /** Hands over every difference as it is found. */
    public void verify(Consumer<Difference> found) {
        jdbi.useTransaction(handle -> {
            handle.execute("set transaction isolation level repeatable read, read only");
            handle.execute("set local statement_timeout = 0");
            CHECKS.forEach(check -> run(check, handle, found));
        });
    }

    private static void run(Check check, Handle handle, Consumer<Difference> found) {
        handle.createQuery(check.violations())
                .setFetchSize(ROWS_AT_A_TIME)
                .map((row, context) -> new Difference(check.name(), facts(row, context)))
                .forEach(found);
    }

    private static LinkedHashMap<String, String> facts(ResultSet row, StatementContext context) throws SQLException {
        var facts = new LinkedHashMap<String, String>();
        var columns = row.getMetaData();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            var name = columns.getColumnLabel(i);
            facts.put(name, text(name, row, i));
        }
        return facts;
    }

    /** Identifiers as the API writes them; what is not there, such as a balance without its row, is {@code null} in words. */
    private static String text(String name, ResultSet row, int column) throws SQLException {
        return switch (name) {
            case "organizationId" -> new OrganizationId(row.getObject(column, UUID.class)).toString();
            case "accountId" -> new AccountId(row.getObject(column, UUID.class)).toString();
            case "transactionId" -> new TransactionId(row.getObject(column, UUID.class)).toString();
            case "quoteId" -> new QuoteId(row.getObject(column, UUID.class)).toString();
            default -> String.valueOf(row.getString(column));
        };
    }
}
