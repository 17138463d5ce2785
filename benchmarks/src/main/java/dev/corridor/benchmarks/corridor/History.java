package dev.corridor.benchmarks.corridor;

import dev.corridor.benchmarks.machine.BenchException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/**
 * Writes existing trades directly into the tables, because millions would take too long over the API. The rows equal Corridor's own, so
 * {@code verify-books} finds no difference. No other trade may run meanwhile.
 */
public final class History {

    private static final int TRADES_AT_A_TIME = 100_000;

    /**
     * In each turn every account trades once, and each trade continues its account's balances. The ids are UUIDv7, which sort by time:
     * milliseconds, then a counter instead of randomness.
     */
    private static final String PLAN = """
            create temporary table planned on commit drop as
            select account.organization_id, account.account_id,
                greatest(date_trunc('milliseconds', now()), usd.changed_at, usdc.changed_at) as traded_at,
                usd.available - 10000::bigint * turn as usd_after,
                coalesce(usdc.available, 0) + 99970000::bigint * turn as usdc_after,
                position,
                (lpad(to_hex((extract(epoch from now()) * 1000)::bigint), 12, '0')
                    || '70008' || lpad(to_hex(position), 15, '0'))::uuid as id
            from (
                select *, row_number() over (order by turn, account_id) as position
                from unnest(?) as chosen (account_id), generate_series(1, ?) as turn
            ) as turns
            join accounts as account using (account_id)
            join balances as usd on usd.account_id = account.account_id and usd.asset = 'USD'
            left join balances as usdc on usdc.account_id = account.account_id and usdc.asset = 'USDC'
            """;

    private static final String WRITE_QUOTES = """
            insert into quotes (quote_id, organization_id, account_id, from_asset, from_amount, to_asset, to_amount, fee, mid_rate,
                issued_at, expires_at, executed_at)
            select id, organization_id, account_id, 'USD', 10000, 'USDC', 99970000, 3, 10000000000,
                traded_at, traded_at + interval '5 minutes', traded_at
            from planned
            order by position
            """;

    private static final String WRITE_TRANSACTIONS = """
            insert into transactions (transaction_id, organization_id, account_id, type, status, asset, amount, quote_id, received_asset,
                received, fee, description, tags, metadata, created_at, updated_at)
            select id, organization_id, account_id, 'TRADE', 'COMPLETED', 'USD', 10000, id, 'USDC',
                99970000, 3, '', '{}', '{}', traded_at, traded_at
            from planned
            order by position
            """;

    private static final String WRITE_POSTINGS = """
            insert into postings (posted_at, amount, available_after, locked_after, transaction_id, line, organization_id, account_id, asset,
                from_place, to_place)
            select traded_at, amount, available_after, case when available_after is not null then 0 end, id, line, organization_id,
                case when available_after is not null then account_id end, asset, from_place, to_place
            from planned
            cross join lateral (values
                (1, 'AVAILABLE', 'FX', 'USD', 10000, usd_after),
                (2, 'FX', 'FEES', 'USD', 3, null),
                (4, 'FX', 'AVAILABLE', 'USDC', 99970000, usdc_after)) as posting (line, from_place, to_place, asset, amount, available_after)
            order by position, line
            """;

    private static final String WRITE_BALANCES = """
            insert into balances (account_id, asset, organization_id, available, locked, changed_at)
            select account_id, 'USD', organization_id, min(usd_after), 0, max(traded_at) from planned group by account_id, organization_id
            union all
            select account_id, 'USDC', organization_id, max(usdc_after), 0, max(traded_at) from planned group by account_id, organization_id
            on conflict (account_id, asset, organization_id)
            do update set available = excluded.available, changed_at = excluded.changed_at
            """;

    private static final List<String> WRITES = List.of(WRITE_QUOTES, WRITE_TRANSACTIONS, WRITE_POSTINGS, WRITE_BALANCES);

    private History() {}

    /** Writes this many trades on each account, in turn. */
    public static void write(Postgres postgres, List<String> accounts, int tradesEach) {
        var ids = accounts.stream().map(History::uuid).toArray(UUID[]::new);
        int turnsAtATime = Math.max(1, TRADES_AT_A_TIME / ids.length);
        try (var connection = postgres.connect()) {
            connection.setAutoCommit(false);
            for (int written = 0; written < tradesEach; written += turnsAtATime) {
                write(connection, ids, Math.min(turnsAtATime, tradesEach - written));
                connection.commit();
            }
        } catch (SQLException e) {
            throw new BenchException("the history cannot be written", e);
        }
    }

    /** Vacuums and analyzes now, so that it does not happen during a measurement. */
    public static void settle(Postgres postgres) {
        postgres.execute("vacuum analyze quotes, transactions, postings, balances");
        postgres.execute("checkpoint");
    }

    private static void write(Connection connection, UUID[] accounts, int turns) throws SQLException {
        try (var plan = connection.prepareStatement(PLAN)) {
            plan.setArray(1, connection.createArrayOf("uuid", accounts));
            plan.setInt(2, turns);
            plan.execute();
        }
        try (var statement = connection.createStatement()) {
            for (var write : WRITES) {
                statement.execute(write);
            }
        }
    }

    private static UUID uuid(String account) {
        var hex = account.substring(account.indexOf('_') + 1);
        return new UUID(Long.parseUnsignedLong(hex.substring(0, 16), 16), Long.parseUnsignedLong(hex.substring(16), 16));
    }
}
