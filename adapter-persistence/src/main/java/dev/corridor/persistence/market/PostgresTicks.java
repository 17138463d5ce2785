package dev.corridor.persistence.market;

import dev.corridor.application.market.port.Ticks;
import dev.corridor.domain.market.CandleInterval;
import dev.corridor.domain.market.Symbol;
import dev.corridor.domain.market.Tick;
import dev.corridor.domain.market.TickId;
import dev.corridor.persistence.ArrayType;
import dev.corridor.persistence.Database;
import dev.corridor.persistence.DayPartitions;
import dev.corridor.persistence.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Ticks, partitioned by day. */
public final class PostgresTicks implements Ticks {

    /** Sorted, so that concurrent nodes lock the rows of the candles in the same order. */
    private static final Comparator<Tick> BY_SYMBOL = Comparator.comparing(tick -> tick.symbol().name());

    private static final String RECORD = """
            with recorded as (
                insert into ticks (symbol, slot, price, source, quoted_at)
                select unnest(?), unnest(?), unnest(?), unnest(?), unnest(?)
                on conflict (symbol, slot) do nothing
                returning symbol, slot, price)
            insert into candles (symbol, period, opened_at, open, high, low, close, first_slot, last_slot, ticks)
            select symbol, period, date_bin(make_interval(secs => seconds), slot, 'epoch'), price, price, price, price, slot, slot, 1
            from recorded
            cross join (select unnest(?) as period, unnest(?) as seconds) as periods
            order by symbol, seconds
            on conflict (symbol, period, opened_at) do update set
                open = case when excluded.first_slot < candles.first_slot then excluded.open else candles.open end,
                high = greatest(candles.high, excluded.high),
                low = least(candles.low, excluded.low),
                close = case when excluded.last_slot > candles.last_slot then excluded.close else candles.close end,
                first_slot = least(candles.first_slot, excluded.first_slot),
                last_slot = greatest(candles.last_slot, excluded.last_slot),
                ticks = candles.ticks + 1
            """;

    /** Partitions are scanned in order until the first that has a tick. */
    static final String LATEST = """
            select latest.*
            from unnest(:symbols) as wanted (symbol)
            cross join lateral (
                select symbol, slot, price, source, quoted_at
                from ticks
                where ticks.symbol = wanted.symbol and source = :source and slot between :from and :to
                order by slot desc
                limit 1) as latest
            """;

    private static final String FIND = """
            select symbol, slot, price, source, quoted_at from ticks where symbol = :symbol and slot = :slot
            union all
            select symbol, slot, price, source, quoted_at from kept_ticks where symbol = :symbol and slot = :slot
            limit 1
            """;

    /** Copies ticks of the dropped day that priced quotes of one hour. */
    private static final String KEEP = """
            insert into kept_ticks (symbol, slot, price, source, quoted_at)
            select ticks.symbol, ticks.slot, price, source, quoted_at
            from (
                select distinct tick_symbol, tick_slot
                from quotes
                where issued_at >= :from and issued_at < :to and tick_slot >= :day and tick_slot < :next_day) as priced
            join ticks on ticks.symbol = priced.tick_symbol and ticks.slot = priced.tick_slot
            where ticks.slot >= :day and ticks.slot < :next_day
            on conflict do nothing
            """;

    private static final Duration SLICE = Duration.ofHours(1);
    private static final Duration DAY = Duration.ofDays(1);

    private static final List<CandleInterval> PERIODS = List.of(CandleInterval.values());

    private final Jdbi jdbi;
    private final DayPartitions days;

    public PostgresTicks(DataSource dataSource) {
        this.jdbi = Database.on(dataSource);
        this.days = new DayPartitions(jdbi, "ticks");
    }

    @Override
    public void record(List<Tick> ticks) {
        if (ticks.isEmpty()) {
            return;
        }
        days.prepare(ticks.stream().map(tick -> tick.id().slot()));
        var sorted = ticks.stream().sorted(BY_SYMBOL).toList();
        var pipeline = new Pipeline()
                .update(
                        RECORD,
                        ArrayType.TEXTS.of(sorted, tick -> tick.symbol().name()),
                        ArrayType.INSTANTS.of(sorted, tick -> tick.id().slot()),
                        ArrayType.LONGS.of(sorted, tick -> tick.mid().tenBillionths()),
                        ArrayType.TEXTS.of(sorted, Tick::source),
                        ArrayType.INSTANTS.of(sorted, Tick::quotedAt),
                        ArrayType.TEXTS.of(PERIODS, CandleInterval::toString),
                        ArrayType.LONGS.of(PERIODS, period -> period.length().toSeconds()));
        jdbi.useHandle(pipeline::run);
    }

    @Override
    public List<Tick> latest(String source, Collection<Symbol> symbols, Instant from, Instant to) {
        return jdbi.withHandle(handle -> handle.createQuery(LATEST)
                .bindArray("symbols", String.class, symbols.stream().map(Symbol::name).toList())
                .bind("source", source)
                .bind("from", from)
                .bind("to", to)
                .map(new TickRows(symbols))
                .list());
    }

    @Override
    public Optional<Tick> find(TickId id) {
        return jdbi.withHandle(handle -> handle.createQuery(FIND)
                .bind("symbol", id.symbol().name())
                .bind("slot", id.slot())
                .map(new TickRows(List.of(id.symbol())))
                .findOne());
    }

    @Override
    public boolean removeOldestDay(Instant before) {
        removeCandles(before);
        return days.oldestBefore(before).map(this::remove).orElse(false);
    }

    /** One hour at a time, to keep each statement short. After {@code LONGEST_BELIEVED} a tick no longer prices quotes. */
    private boolean remove(LocalDate day) {
        var start = DayPartitions.startOf(day);
        var end = start.plus(DAY).plus(Tick.LONGEST_BELIEVED);
        for (var from = start; from.isBefore(end); from = from.plus(SLICE)) {
            keep(start, from);
        }
        return days.drop(day);
    }

    private void keep(Instant day, Instant from) {
        jdbi.useHandle(handle -> handle.createUpdate(KEEP)
                .bind("day", day)
                .bind("next_day", day.plus(DAY))
                .bind("from", from)
                .bind("to", from.plus(SLICE))
                .execute());
    }

    private void removeCandles(Instant before) {
        var shortOnes = Arrays.stream(CandleInterval.values()).filter(interval -> interval.length().compareTo(SLICE) < 0);
        jdbi.useHandle(handle -> handle.createUpdate("delete from candles where period = any(:periods) and opened_at < :before")
                .bindArray("periods", String.class, shortOnes.map(CandleInterval::toString).toList())
                .bind("before", before)
                .execute());
    }
}
