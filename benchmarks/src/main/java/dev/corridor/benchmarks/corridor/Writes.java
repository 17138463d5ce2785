package dev.corridor.benchmarks.corridor;

import dev.corridor.benchmarks.machine.BenchException;
import java.time.Duration;

/**
 * What the server has written so far, by its own statistics.
 *
 * @param rows inserted, updated or deleted
 * @param indexEntries of B-trees
 * @param walBytes of the write-ahead log, including full pages
 * @param fullPages in the log: each page once after a checkpoint
 * @param keptBytes on disk, of the tables whose rows are kept for ever, and of their indexes
 */
public record Writes(long rows, long indexEntries, long walBytes, long fullPages, long keptBytes) {

    /** The most that a full page takes in the log; the gap in its middle is left out. */
    public static final int PAGE_BYTES = 8192;

    /** An idle session reports its counters after ten seconds. Source: PostgreSQL's {@code PGSTAT_IDLE_INTERVAL}. */
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private static final long PAUSE_MILLIS = 200;

    private static final String REPORTED = "select n_tup_ins from pg_stat_user_tables where relname = 'transactions'";
    private static final String PRESENT = "select count(*) from transactions";

    private static final String ROWS = "select sum(n_tup_ins + n_tup_upd + n_tup_del)::bigint from pg_stat_user_tables";

    /** Whole indexes contain each inserted row, and once more each row that was not updated in place. */
    private static final String IN_WHOLE_INDEXES = """
            select sum(n_tup_ins + n_tup_upd - n_tup_hot_upd)::bigint
            from pg_stat_user_tables
            join pg_index on indrelid = relid and indpred is null
            join pg_class on pg_class.oid = indexrelid
            join pg_am on pg_am.oid = relam and amname = 'btree'
            """;

    /** Partial indexes are on tables that nothing is deleted from, so the rows that they contain can be counted. */
    private static final String COUNT_PARTIAL_INDEXES = """
            select 'select ' || string_agg(format('(select count(*) from %s where %s)', indrelid::regclass, pg_get_expr(indpred, indrelid)), ' + ')
            from pg_index
            join pg_stat_user_tables on relid = indrelid
            where indpred is not null
            """;

    private static final String KEPT_BYTES = """
            select sum(pg_total_relation_size(relid))::bigint
            from pg_stat_user_tables
            where relname in ('quotes', 'transactions', 'postings')
            """;

    /** Waits until the sessions of the load have reported. */
    public static Writes of(Postgres postgres) {
        long present = postgres.number(PRESENT);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (postgres.number(REPORTED) < present && System.nanoTime() < deadline) {
            pause();
        }
        return new Writes(
                postgres.number(ROWS),
                postgres.number(IN_WHOLE_INDEXES) + postgres.number(postgres.text(COUNT_PARTIAL_INDEXES)),
                postgres.number("select wal_bytes::bigint from pg_stat_wal"),
                postgres.number("select wal_fpi from pg_stat_wal"),
                postgres.number(KEPT_BYTES));
    }

    public Writes minus(Writes before) {
        return new Writes(
                rows - before.rows,
                indexEntries - before.indexEntries,
                walBytes - before.walBytes,
                fullPages - before.fullPages,
                keptBytes - before.keptBytes);
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted", e);
        }
    }
}
