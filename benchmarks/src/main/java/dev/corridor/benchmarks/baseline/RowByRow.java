package dev.corridor.benchmarks.baseline;

import dev.corridor.benchmarks.corridor.Postgres;
import dev.corridor.benchmarks.machine.Scratch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * The baseline: a quote and its execution as two database transactions, with one round trip per statement and no more statements than
 * necessary. It has fewer columns and indexes than Corridor, integer ids, no foreign keys, and five entries in one statement. Only the
 * execution has an idempotency row.
 *
 * <p>Its tables have a schema of their own, which is dropped at the end.
 */
public final class RowByRow implements AutoCloseable {

    private static final String TABLES = """
            drop schema if exists row_by_row cascade;
            create schema row_by_row;
            create table row_by_row.balances (
              account_id integer,
              asset text,
              available bigint not null check (available >= 0),
              primary key (account_id, asset)
            ) with (fillfactor = 80);
            create table row_by_row.quotes (
              quote_id bigint primary key generated always as identity,
              account_id integer not null,
              from_asset text not null,
              from_amount bigint not null,
              to_asset text not null,
              to_amount bigint not null,
              fee bigint not null,
              expires_at timestamptz not null,
              executed_at timestamptz
            ) with (fillfactor = 80);
            create table row_by_row.transactions (
              transaction_id bigint primary key generated always as identity,
              account_id integer not null,
              quote_id bigint not null,
              type text not null,
              status text not null,
              created_at timestamptz not null
            );
            create table row_by_row.entries (
              transaction_id bigint,
              line integer,
              place text not null,
              asset text not null,
              amount bigint not null,
              balance_after bigint,
              primary key (transaction_id, line)
            );
            create table row_by_row.idempotency_records (
              key text primary key,
              answer text not null,
              created_at timestamptz not null
            );
            """;

    private static final String FUND = """
            insert into row_by_row.balances
            select account_id, asset, case asset when 'USD' then 1000000000000000 else 0 end
            from generate_series(1, %d) as account_id, unnest(array['USD', 'USDC']) as asset
            """;

    /** {@code \gset} reads a statement's row, and fails if there is none, for example without sufficient funds. */
    private static final String PAIR = """
            \\set account %s
            insert into row_by_row.quotes (account_id, from_asset, from_amount, to_asset, to_amount, fee, expires_at)
              values (:account, 'USD', 10000, 'USDC', 99970000, 3, now() + interval '5 minutes') returning quote_id \\gset
            begin;
            select from_amount, to_amount, fee from row_by_row.quotes
              where quote_id = :quote_id and executed_at is null and now() < expires_at for update \\gset
            update row_by_row.balances set available = available - :from_amount
              where account_id = :account and asset = 'USD' and available >= :from_amount returning available as usd \\gset
            update row_by_row.balances set available = available + :to_amount
              where account_id = :account and asset = 'USDC' returning available as usdc \\gset
            update row_by_row.quotes set executed_at = now() where quote_id = :quote_id;
            insert into row_by_row.transactions (account_id, quote_id, type, status, created_at)
              values (:account, :quote_id, 'TRADE', 'COMPLETED', now()) returning transaction_id \\gset
            insert into row_by_row.entries (transaction_id, line, place, asset, amount, balance_after) values
              (:transaction_id, 1, 'AVAILABLE', 'USD', - :from_amount::bigint, :usd),
              (:transaction_id, 2, 'FX', 'USD', :from_amount::bigint - :fee::bigint, null),
              (:transaction_id, 3, 'FEES', 'USD', :fee, null),
              (:transaction_id, 4, 'FX', 'USDC', - :to_amount::bigint, null),
              (:transaction_id, 5, 'AVAILABLE', 'USDC', :to_amount, :usdc);
            insert into row_by_row.idempotency_records (key, answer, created_at)
              values ('execute-' || :quote_id, '{"object":"trade","fromAsset":"USD","toAsset":"USDC","status":"COMPLETED"}', now());
            commit;
            """;

    private final Pgbench pgbench;
    private final Postgres server;
    private final Scratch scratch;
    private long processed;

    private RowByRow(Pgbench pgbench, Postgres server, Scratch scratch) {
        this.pgbench = pgbench;
        this.server = server;
        this.scratch = scratch;
    }

    /** Creates the tables with funded accounts. */
    public static RowByRow prepare(Pgbench pgbench, Postgres server, int accounts, Scratch scratch) {
        server.execute(TABLES);
        server.execute(FUND.formatted(accounts));
        server.execute("vacuum analyze row_by_row.balances");
        return new RowByRow(pgbench, server, scratch);
    }

    /**
     * The pairs completed after the lead-in.
     *
     * @param latencies of whole pairs, in nanoseconds
     */
    public record Measurement(long pairs, Duration time, Histogram latencies) {

        public double pairsPerSecond() {
            return pairs * 1e9 / time.toNanos();
        }
    }

    /** @param account pgbench's expression for the next pair's account, such as {@code random(1, 10000)} */
    public Measurement run(String account, int clients, Duration leadIn, Duration measured) {
        var logs = scratch.newDirectory("pgbench");
        try {
            var run = pgbench.run(PAIR.formatted(account), clients, server, leadIn, measured, logs);
            processed += run.processed();
            return new Measurement(run.log().completed(), run.log().time(), run.log().latencies());
        } finally {
            Scratch.delete(logs);
        }
    }

    /** Checks that each counted pair exists and that all entries sum to zero. Empty if so. */
    public List<String> differences() {
        var differences = new ArrayList<String>();
        long trades = server.number("select count(*) from row_by_row.transactions");
        if (trades != processed) {
            differences.add("pgbench counted " + processed + " pairs, and its tables have " + trades + " trades.");
        }
        long unbalanced = server.number(
                "select count(*) from (select from row_by_row.entries group by asset having sum(amount) <> 0) as unbalanced");
        if (unbalanced > 0) {
            differences.add("In pgbench's tables the entries of " + unbalanced + " assets do not sum to zero.");
        }
        return differences;
    }

    @Override
    public void close() {
        server.execute("drop schema if exists row_by_row cascade");
    }
}
