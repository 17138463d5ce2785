package dev.corridor.memory;

import dev.corridor.application.market.port.Candles;
import dev.corridor.application.market.port.Ticks;
import dev.corridor.domain.market.Candle;
import dev.corridor.domain.market.CandleInterval;
import dev.corridor.domain.market.PriceRange;
import dev.corridor.domain.market.Symbol;
import dev.corridor.domain.market.Tick;
import dev.corridor.domain.market.TickId;
import dev.corridor.domain.money.Rate;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Ticks in memory. Candles are recomputed from all ticks at each read. */
final class InMemoryMarket implements Ticks, Candles {

    private static final Comparator<Tick> BY_SLOT = Comparator.comparing(tick -> tick.id().slot());
    private static final Comparator<Rate> BY_PRICE = Comparator.comparingLong(Rate::tenBillionths);

    private final Predicate<TickId> hasPricedSomething;
    private final Map<TickId, Tick> ever = new HashMap<>();
    private final Map<TickId, Tick> recent = new HashMap<>();
    private final Map<TickId, Tick> kept = new HashMap<>();
    private Instant shortCandlesBegin = Instant.MIN;

    InMemoryMarket(Predicate<TickId> hasPricedSomething) {
        this.hasPricedSomething = hasPricedSomething;
    }

    @Override
    public synchronized void record(List<Tick> ticks) {
        for (var tick : ticks) {
            if (ever.putIfAbsent(tick.id(), tick) == null) {
                recent.put(tick.id(), tick);
            }
        }
    }

    @Override
    public synchronized List<Tick> latest(String source, Collection<Symbol> symbols, Instant from, Instant to) {
        return symbols.stream()
                .flatMap(symbol -> recent.values().stream()
                        .filter(tick -> tick.symbol().equals(symbol) && tick.source().equals(source))
                        .filter(tick -> !tick.id().slot().isBefore(from) && !tick.id().slot().isAfter(to))
                        .max(BY_SLOT)
                        .stream())
                .toList();
    }

    @Override
    public synchronized Optional<Tick> find(TickId id) {
        return Optional.ofNullable(recent.get(id)).or(() -> Optional.ofNullable(kept.get(id)));
    }

    @Override
    public synchronized boolean removeOldestDay(Instant before) {
        shortCandlesBegin = before;
        var oldest = recent.values().stream()
                .map(InMemoryMarket::dayOf)
                .min(Comparator.naturalOrder())
                .filter(day -> !day.plus(1, ChronoUnit.DAYS).isAfter(before));
        oldest.ifPresent(day -> {
            var removed = recent.values().stream().filter(tick -> dayOf(tick).equals(day)).toList();
            removed.forEach(tick -> recent.remove(tick.id()));
            removed.stream().filter(tick -> hasPricedSomething.test(tick.id())).forEach(tick -> kept.put(tick.id(), tick));
        });
        return oldest.isPresent();
    }

    @Override
    public synchronized List<Candle> find(Symbol symbol, CandleInterval interval, Instant from, Instant to, int limit) {
        var found = candles(symbol, interval)
                .filter(candle -> !candle.openedAt().isBefore(from) && !candle.openedAt().isAfter(to))
                .toList();
        return found.subList(Math.max(0, found.size() - limit), found.size());
    }

    @Override
    public synchronized List<PriceRange> ranges(Collection<Symbol> symbols, CandleInterval interval, Instant since) {
        return symbols.stream()
                .flatMap(symbol -> {
                    var candles = candles(symbol, interval).filter(candle -> !candle.openedAt().isBefore(since)).toList();
                    var high = candles.stream().map(Candle::high).max(BY_PRICE);
                    var low = candles.stream().map(Candle::low).min(BY_PRICE);
                    return high.map(top -> new PriceRange(symbol, candles.getFirst().open(), top, low.orElseThrow())).stream();
                })
                .toList();
    }

    private Stream<Candle> candles(Symbol symbol, CandleInterval interval) {
        return ever.values().stream()
                .filter(tick -> tick.symbol().equals(symbol))
                .collect(Collectors.groupingBy(tick -> interval.openingOf(tick.id().slot())))
                .entrySet()
                .stream()
                .filter(entry -> interval.length().compareTo(Duration.ofHours(1)) >= 0 || !entry.getKey().isBefore(shortCandlesBegin))
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> candle(symbol, interval, entry.getKey(), entry.getValue()));
    }

    private static Candle candle(Symbol symbol, CandleInterval interval, Instant openedAt, List<Tick> ticks) {
        var prices = ticks.stream().map(Tick::mid).sorted(BY_PRICE).toList();
        var first = ticks.stream().min(BY_SLOT).orElseThrow().mid();
        var last = ticks.stream().max(BY_SLOT).orElseThrow().mid();
        return new Candle(symbol, interval, openedAt, first, prices.getLast(), prices.getFirst(), last, ticks.size());
    }

    private static Instant dayOf(Tick tick) {
        return tick.id().slot().atOffset(ZoneOffset.UTC).truncatedTo(ChronoUnit.DAYS).toInstant();
    }
}
