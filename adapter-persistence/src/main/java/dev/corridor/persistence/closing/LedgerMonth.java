package dev.corridor.persistence.closing;

import static dev.corridor.persistence.ColumnTypes.instant;
import static dev.corridor.persistence.ColumnTypes.uuid;

import dev.corridor.domain.account.AccountId;
import dev.corridor.domain.account.Bucket;
import dev.corridor.domain.closing.Closing;
import dev.corridor.domain.closing.Lines;
import dev.corridor.domain.organization.OrganizationId;
import dev.corridor.domain.transaction.TransactionId;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.statement.Query;

/**
 * What was posted in a month, read in two passes: the postings in their order, then the last posting to each balance. One row at a time is in memory.
 *
 * @param house by account and asset, as far as anything was ever posted to it
 */
public record LedgerMonth(Lines postings, Lines balances, Map<HousePlace, BigInteger> house) {

    private static final String POSTINGS = """
            select posting_number, posted_at, transaction_id, line, organization_id, account_id, asset, amount, from_place, to_place,
                available_after, locked_after
            from postings
            where posted_at >= :from and posted_at < :until
            order by posting_number
            """;

    private static final String BALANCES = """
            select distinct on (account_id, asset collate "C", organization_id) account_id, asset, organization_id,
                available_after as available, locked_after as locked, posted_at as changed_at
            from postings
            where account_id is not null and posted_at >= :from and posted_at < :until
            order by account_id, asset collate "C", organization_id, posting_number desc
            """;

    /** An account of the house and an asset. */
    public record HousePlace(String place, String asset) implements Comparable<HousePlace> {

        @Override
        public int compareTo(HousePlace other) {
            return (place + ' ' + asset).compareTo(other.place + ' ' + other.asset);
        }
    }

    /** How a balance stood at the end of the month. */
    record ClosedBalance(UUID account, String asset, UUID organization, long available, long locked, Instant changedAt) {

        static ClosedBalance of(ResultSet row) throws SQLException {
            return new ClosedBalance(
                    uuid(row, "account_id"),
                    row.getString("asset"),
                    uuid(row, "organization_id"),
                    row.getLong("available"),
                    row.getLong("locked"),
                    instant(row, "changed_at"));
        }

        void addTo(Lines.Sum lines) {
            lines.add(new AccountId(account), asset, new OrganizationId(organization), available, locked, changedAt);
        }
    }

    /**
     * @param queries prepares a statement
     * @param since the first moment of the month; the beginning of time for the first month that is closed
     * @param before what the house had before it
     * @param balances receives each balance that was posted to, as it was at the end
     */
    static LedgerMonth read(
            Function<String, Query> queries, Instant since, Instant until, Map<HousePlace, BigInteger> before, Consumer<ClosedBalance> balances) {
        var postingLines = Lines.begin();
        var house = new TreeMap<>(before);
        each(queries.apply(POSTINGS).bind("from", since).bind("until", until), row -> {
            postingLines.add(
                    row.getLong("posting_number"),
                    instant(row, "posted_at"),
                    new TransactionId(uuid(row, "transaction_id")),
                    row.getInt("line"),
                    new OrganizationId(uuid(row, "organization_id")),
                    Optional.ofNullable(uuid(row, "account_id")).map(AccountId::new).orElse(null),
                    row.getString("asset"),
                    row.getLong("amount"),
                    row.getString("from_place"),
                    row.getString("to_place"),
                    row.getString("available_after"),
                    row.getString("locked_after"));
            var amount = BigInteger.valueOf(row.getLong("amount"));
            add(house, row.getString("from_place"), row.getString("asset"), amount.negate());
            add(house, row.getString("to_place"), row.getString("asset"), amount);
        });
        var balanceLines = Lines.begin();
        each(queries.apply(BALANCES).bind("from", since).bind("until", until), row -> {
            var balance = ClosedBalance.of(row);
            balance.addTo(balanceLines);
            balances.accept(balance);
        });
        return new LedgerMonth(postingLines.end(), balanceLines.end(), house);
    }

    private static void add(Map<HousePlace, BigInteger> house, String place, String asset, BigInteger amount) {
        if (Arrays.stream(Bucket.values()).noneMatch(bucket -> bucket.name().equals(place))) {
            house.merge(new HousePlace(place, asset), amount, BigInteger::add);
        }
    }

    static Lines linesOf(Map<HousePlace, BigInteger> house) {
        var lines = Lines.begin();
        new TreeMap<>(house).forEach((place, amount) -> lines.add(place.place, place.asset, amount));
        return lines.end();
    }

    interface RowReader {
        void take(ResultSet row) throws SQLException;
    }

    static void each(Query query, RowReader reader) {
        query.scanResultSet((results, context) -> {
            var rows = results.get();
            while (rows.next()) {
                reader.take(rows);
            }
            return null;
        });
    }

    Closing closing(YearMonth month, String previous) {
        return new Closing(month, previous, postings, balances, linesOf(house));
    }
}
