package dev.corridor.persistence.closing;

import static dev.corridor.persistence.ColumnTypes.instant;

import dev.corridor.domain.closing.Closing;
import dev.corridor.domain.closing.Lines;
import dev.corridor.persistence.BulkInsert;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.DatabaseTime;
import dev.corridor.persistence.Pipeline;
import dev.corridor.persistence.closing.LedgerMonth.ClosedBalance;
import dev.corridor.persistence.closing.LedgerMonth.HousePlace;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * Closes months, one after the other.
 *
 * <p>Nothing is posted into a closed month, and no clock is believed for that:
 * <ol>
 * <li>The end of the month is noted and committed. A decision reads its time, after it has its locks, by a statement that answers no time before that.
 * <li>All transactions that were running by then end. Those that had read an earlier time are among them.
 * <li>So what the month has is final, and it is summed up.
 * </ol>
 *
 * <p>What is read may take minutes, and does so without a transaction id, because readers of events wait for the oldest one. What is found is
 * written in small transactions. The row of the closing comes last and makes the others count.
 */
public final class PostgresClosings {

    private static final String SELECT = """
            select month, previous, postings, postings_hash, balances, balances_hash, house, house_hash, hash, closed_at
            from closings
            """;

    private static final String BALANCES = """
            select account_id, asset, organization_id, available, locked, changed_at
            from closed_balances
            where month = :month
            order by account_id, asset collate "C", organization_id
            """;

    private static final String HOUSE = "select place, asset, amount from closed_house_balances where month = :month";

    private static final String END = "insert into closed_until (ends_at) values (:end) on conflict do nothing";

    private static final String RECORD = """
            insert into closings (month, previous, postings, postings_hash, balances, balances_hash, house, house_hash, hash)
            values (:month, :previous, :postings, :postingsHash, :balances, :balancesHash, :house, :houseHash, :hash)
            """;

    /** No time limits, and memory for the sorts. */
    private static final List<String> READING = List.of(
            "set transaction isolation level repeatable read, read only",
            "set local statement_timeout = 0",
            "set local idle_in_transaction_session_timeout = 0",
            "set local work_mem = '64MB'",
            "set local jit = off");

    private static final int ROWS_AT_A_TIME = 1_000;

    private final Jdbi jdbi;

    public PostgresClosings(DataSource dataSource) {
        this.jdbi = Database.on(dataSource);
    }

    /**
     * A closing as it is stored.
     *
     * @param hash as it was written with it, to be compared
     */
    public record Stored(Closing closing, String hash, Instant closedAt) {

        private static Stored of(ResultSet row, StatementContext context) throws SQLException {
            return new Stored(
                    new Closing(
                            YearMonth.from(row.getObject("month", LocalDate.class)),
                            row.getString("previous"),
                            new Lines(row.getLong("postings"), row.getString("postings_hash")),
                            new Lines(row.getLong("balances"), row.getString("balances_hash")),
                            new Lines(row.getLong("house"), row.getString("house_hash"))),
                    row.getString("hash"),
                    instant(row, "closed_at"));
        }
    }

    /** All, from the first month on. */
    public static List<Stored> all(Function<String, Query> queries) {
        return queries.apply(SELECT + "order by month").map(Stored::of).list();
    }

    public Optional<Stored> newest() {
        return jdbi.withHandle(PostgresClosings::newest);
    }

    private static Optional<Stored> newest(Handle handle) {
        return handle.createQuery(SELECT + "order by month desc limit 1").map(Stored::of).findOne();
    }

    /** The balances that were stored with the month. */
    public static Lines balancesOf(YearMonth month, Function<String, Query> queries) {
        var lines = Lines.begin();
        LedgerMonth.each(queries.apply(BALANCES).bind("month", month.atDay(1)), row -> ClosedBalance.of(row).addTo(lines));
        return lines.end();
    }

    /** What the house had at the end of the month, as stored. */
    public static Map<HousePlace, BigInteger> houseAfter(YearMonth month, Function<String, Query> queries) {
        var house = new TreeMap<HousePlace, BigInteger>();
        LedgerMonth.each(
                queries.apply(HOUSE).bind("month", month.atDay(1)),
                row -> house.put(new HousePlace(row.getString("place"), row.getString("asset")), row.getBigDecimal("amount").toBigInteger()));
        return house;
    }

    public static Lines linesOf(Map<HousePlace, BigInteger> house) {
        return LedgerMonth.linesOf(house);
    }

    /** What the postings come to, whatever is stored. */
    public static LedgerMonth recompute(Closing closing, boolean isFirst, Map<HousePlace, BigInteger> before, Function<String, Query> queries) {
        return LedgerMonth.read(queries, isFirst ? Instant.EPOCH : Closing.startOf(closing.month()), closing.end(), before, balance -> {});
    }

    /**
     * The month that is to be closed next: the one after the newest closing, or without any the last one that has ended. Empty if it has not ended.
     */
    public Optional<YearMonth> next() {
        return jdbi.withHandle(handle -> {
            var settled = DatabaseTime.settled(handle);
            var lastEnded = YearMonth.from(settled.atZone(ZoneOffset.UTC)).minusMonths(1);
            var next = newest(handle).map(newest -> newest.closing().month().plusMonths(1)).orElse(lastEnded);
            return Optional.of(next).filter(month -> !month.isAfter(lastEnded));
        });
    }

    /**
     * From now on nothing is posted into the month, and what it has is final. Repeatable.
     *
     * @throws ClosingRefusedException if it is not the next one, or has not ended
     */
    public void end(YearMonth month) {
        jdbi.useHandle(handle -> {
            newest(handle).map(newest -> newest.closing().month().plusMonths(1)).filter(next -> !next.equals(month)).ifPresent(next -> {
                throw new ClosingRefusedException("months are closed one after the other, and the next one is " + next);
            });
            if (DatabaseTime.settled(handle).isBefore(Closing.endOf(month))) {
                throw new ClosingRefusedException(month + " has not ended");
            }
            handle.createUpdate(END).bind("end", Closing.endOf(month)).execute();
            DatabaseTime.settled(handle);
        });
    }

    /** Closes a month that was ended. Repeat it if it did not reach its end. */
    public Closing close(YearMonth month) {
        try (var reader = jdbi.open();
                var writer = jdbi.open()) {
            var balances = new Balances(month, writer);
            return reader.inTransaction(reading -> {
                READING.forEach(reading::execute);
                Function<String, Query> queries = sql -> reading.createQuery(sql).setFetchSize(ROWS_AT_A_TIME);
                var before = newest(reading);
                var read = LedgerMonth.read(
                        queries,
                        before.map(newest -> newest.closing().end()).orElse(Instant.EPOCH),
                        Closing.endOf(month),
                        before.map(newest -> houseAfter(newest.closing().month(), queries)).orElseGet(HashMap::new),
                        balances::add);
                balances.flush();
                var closing = read.closing(month, before.map(Stored::hash).orElse(Closing.NONE));
                writer.useTransaction(writing -> record(closing, read.house(), writing));
                return closing;
            });
        }
    }

    private static void record(Closing closing, Map<HousePlace, BigInteger> house, Handle handle) {
        house.forEach((place, amount) -> handle
                .createUpdate("insert into closed_house_balances (month, place, asset, amount) values (:month, :place, :asset, :amount)")
                .bind("month", closing.month().atDay(1))
                .bind("place", place.place())
                .bind("asset", place.asset())
                .bind("amount", new BigDecimal(amount))
                .execute());
        handle.createUpdate(RECORD)
                .bind("month", closing.month().atDay(1))
                .bind("previous", closing.previous())
                .bind("postings", closing.postings().count())
                .bind("postingsHash", closing.postings().hash())
                .bind("balances", closing.balances().count())
                .bind("balancesHash", closing.balances().hash())
                .bind("house", closing.house().count())
                .bind("houseHash", closing.house().hash())
                .bind("hash", closing.hash())
                .execute();
    }

    /** Writes balances in batches. Those of an attempt before are the same: what the month has is final. */
    private static final class Balances {

        private final BulkInsert<ClosedBalance> inserting;
        private final Handle handle;
        private final List<ClosedBalance> waiting = new ArrayList<>(ROWS_AT_A_TIME);

        Balances(YearMonth month, Handle handle) {
            this.handle = handle;
            this.inserting = BulkInsert.<ClosedBalance>into("closed_balances")
                    .date("month", balance -> month.atDay(1))
                    .uuid("account_id", ClosedBalance::account)
                    .text("asset", ClosedBalance::asset)
                    .uuid("organization_id", ClosedBalance::organization)
                    .bigint("available", ClosedBalance::available)
                    .bigint("locked", ClosedBalance::locked)
                    .timestamp("changed_at", ClosedBalance::changedAt)
                    .onConflict("account_id, asset, organization_id, month", "do nothing");
        }

        void add(ClosedBalance balance) {
            waiting.add(balance);
            if (waiting.size() == ROWS_AT_A_TIME) {
                flush();
            }
        }

        void flush() {
            var pipeline = new Pipeline();
            inserting.record(waiting, pipeline);
            pipeline.run(handle);
            waiting.clear();
        }
    }
}
