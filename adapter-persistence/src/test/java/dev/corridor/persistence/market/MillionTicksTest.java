package dev.corridor.persistence.market;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.domain.market.CandleInterval;
import dev.corridor.domain.market.Symbol;
import dev.corridor.domain.market.Symbols;
import dev.corridor.domain.market.Tick;
import dev.corridor.domain.market.TickId;
import dev.corridor.domain.money.Rate;
import dev.corridor.persistence.testing.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The pages that market queries read do not depend on the number of ticks. */
class MillionTicksTest {

    private static final Instant BEGINNING = Instant.parse("2025-03-01T00:00:00Z");
    private static final int DAYS = 30;
    private static final int SECONDS_BETWEEN_TICKS = 26;
    private static final Instant END = BEGINNING.plus(Duration.ofDays(DAYS));
    private static final Symbol SYMBOL = Symbols.STANDARD.find("BTCUSDT").orElseThrow();

    private static final int A_FEW_PAGES = 100;

    private static TestDatabase database;
    private static Jdbi superuser;

    @BeforeAll
    static void open() {
        database = TestDatabase.create();
        superuser = Jdbi.create(database.superuser());
        superuser.useHandle(handle -> {
            for (int day = 0; day < DAYS; day++) {
                handle.createQuery("select prepare_day('ticks', date '2025-03-01' + :day)").bind("day", day).mapTo(String.class).list();
            }
            handle.createUpdate(
                    """
                            insert into ticks (symbol, slot, price, source, quoted_at)
                            select symbol, slot, 10000000000 + extract(epoch from slot)::bigint % 1000, 'test', slot
                            from unnest(:symbols) as symbol,
                                generate_series(:from::timestamptz, :to::timestamptz - interval '1 second', make_interval(secs => :step)) as slot
                            """)
                    .bindArray("symbols", String.class, Symbols.STANDARD.names())
                    .bind("from", BEGINNING)
                    .bind("to", END)
                    .bind("step", SECONDS_BETWEEN_TICKS)
                    .execute();
            handle.execute(
                    """
                    insert into candles (symbol, period, opened_at, open, high, low, close, first_slot, last_slot, ticks)
                    select symbol, '1m', date_bin('1 minute', slot, 'epoch'), min(price), max(price), min(price), max(price), min(slot), max(slot),
                        count(*)
                    from ticks
                    group by symbol, date_bin('1 minute', slot, 'epoch')
                    """);
            handle.execute("vacuum analyze");
        });
    }

    @AfterAll
    static void close() {
        database.close();
    }

    @Test
    void there_are_a_million_ticks() {
        int ticks = superuser.withHandle(handle -> handle.createQuery("select count(*) from ticks").mapTo(Integer.class).one());

        assertThat(ticks).isGreaterThan(990_000);
    }

    @Test
    void a_thousand_candles_are_one_stretch_of_an_index_among_however_many() {
        var plan = explain(
                PostgresCandles.FIND,
                query -> query.bind("symbol", SYMBOL.name())
                        .bind("period", CandleInterval.ONE_MINUTE.toString())
                        .bind("from", BEGINNING)
                        .bind("to", END)
                        .bind("limit", 1_000));

        assertThat(plan).contains("Index Scan Backward using candles_pkey").contains("rows=1000").doesNotContain("Sort", "Seq Scan");
        assertThat(pagesRead(plan)).isLessThan(1_000 + A_FEW_PAGES);
        assertThat(new PostgresCandles(database.dataSource()).find(SYMBOL, CandleInterval.ONE_MINUTE, BEGINNING, END, 1_000)).hasSize(1_000);
    }

    @Test
    void the_latest_tick_is_found_without_a_look_at_the_days_before() {
        var plan = explain(
                PostgresTicks.LATEST,
                query -> query.bindArray("symbols", String.class, List.of(SYMBOL.name()))
                        .bind("source", "test")
                        .bind("from", BEGINNING)
                        .bind("to", END));

        assertThat(plan).contains("(never executed)").doesNotContain("Sort", "Seq Scan");
        assertThat(pagesRead(plan)).isLessThan(A_FEW_PAGES);
    }

    @Test
    void a_source_that_has_said_nothing_is_not_looked_for_among_what_others_have_said() {
        var plan = explain(
                PostgresTicks.LATEST,
                query -> query.bindArray("symbols", String.class, List.of(SYMBOL.name()))
                        .bind("source", "silent")
                        .bind("from", BEGINNING)
                        .bind("to", END));

        assertThat(plan).doesNotContain("Sort", "Seq Scan");
        assertThat(pagesRead(plan)).isLessThan(2 * A_FEW_PAGES);
    }

    @Test
    void a_tick_is_written_into_its_day_alone_and_a_day_goes_as_a_whole() {
        var ticks = new PostgresTicks(database.dataSource());
        var tick = new Tick(new TickId(SYMBOL, END), Rate.of("1", SYMBOL.base(), SYMBOL.counter()), "test", END);

        ticks.record(List.of(tick));

        assertThat(ticks.find(tick.id())).contains(tick);
        assertThat(tables()).contains("ticks_20250301", "ticks_20250330", "ticks_20250331", "ticks_20250401");
        assertThat(ticks.removeOldestDay(BEGINNING.plus(Duration.ofDays(1)))).isTrue();
        assertThat(ticks.removeOldestDay(BEGINNING.plus(Duration.ofDays(1)))).isFalse();
        assertThat(tables()).doesNotContain("ticks_20250301").contains("ticks_20250302");
    }

    /** Such as one that dumps the database: there are prices meanwhile. */
    @Test
    void who_reads_ticks_for_long_puts_off_only_that_a_day_goes() {
        var ticks = new PostgresTicks(database.dataSource());
        var later = END.plus(Duration.ofDays(10));
        try (var reader = Jdbi.open(database.superuser())) {
            reader.begin();
            reader.execute("lock table ticks in access share mode");

            assertThat(ticks.removeOldestDay(BEGINNING.plus(Duration.ofDays(3)))).isFalse();
            ticks.record(List.of(new Tick(new TickId(SYMBOL, later), Rate.of("1", SYMBOL.base(), SYMBOL.counter()), "later", later)));
            reader.rollback();
        }

        assertThat(tables()).contains("ticks_20250303", "ticks_20250410");
    }

    private static List<String> tables() {
        return superuser.withHandle(handle -> handle.createQuery("select relname from pg_class where relkind = 'r'").mapTo(String.class).list());
    }

    private static String explain(String select, UnaryOperator<Query> bindings) {
        return superuser.withHandle(handle -> {
            var query = bindings.apply(handle.createQuery("explain (analyze, buffers, costs off, timing off) " + select));
            return String.join("\n", query.mapTo(String.class).list());
        });
    }

    /** Of the whole statement, which comes first; without planning. */
    private static int pagesRead(String plan) {
        var buffers = plan.lines().filter(line -> line.contains("Buffers:")).findFirst().orElseThrow();
        return Arrays.stream(buffers.split("[ =]"))
                .filter(word -> word.chars().allMatch(Character::isDigit) && !word.isEmpty())
                .mapToInt(Integer::parseInt)
                .sum();
    }
}
