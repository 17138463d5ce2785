package dev.corridor.application.market;

import dev.corridor.application.market.port.ExchangeRates;
import dev.corridor.application.market.port.TickListener;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.market.MarketError.DataSourceUnavailable;
import dev.corridor.domain.market.Symbol;
import dev.corridor.domain.market.Symbols;
import dev.corridor.domain.market.Tick;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** The current tick of each symbol, in memory. A stale tick prices nothing. */
public final class CurrentRates implements ExchangeRates {

    private final Symbols symbols;
    private final Map<Symbol, PolledSource> feeds;
    private final InstantSource clock;
    private final Map<Symbol, Tick> ticks = new ConcurrentHashMap<>();
    private final Map<Symbol, String> doubts = new ConcurrentHashMap<>();
    private final List<TickListener> listeners = new CopyOnWriteArrayList<>();

    /** @param symbols the catalogue; symbols without a feed are not traded */
    public CurrentRates(Symbols symbols, List<PolledSource> feeds, InstantSource clock) {
        this.feeds = feeds.stream()
                .flatMap(feed -> feed.symbols().stream().map(symbol -> Map.entry(symbol, feed)))
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
        this.symbols = symbols.where(this.feeds::containsKey);
        this.clock = clock;
    }

    @Override
    public Symbols symbols() {
        return symbols;
    }

    @Override
    public Tick latest(Symbol symbol) {
        return fresh(symbol).orElseThrow(() -> new BusinessException(
                new DataSourceUnavailable(feeds.get(symbol).source().name(), doubtAbout(symbol))));
    }

    /** The latest tick, if it is fresh. */
    public Optional<Tick> fresh(Symbol symbol) {
        return lastBelieved(symbol).filter(tick -> tick.isFresh(clock.instant(), feeds.get(symbol).believedFor()));
    }

    /** The age of the feed's oldest current price; empty if one of its symbols has none. */
    public Optional<Duration> ageOf(PolledSource feed) {
        var now = clock.instant();
        var known = feed.symbols().stream().map(ticks::get).toList();
        return known.contains(null)
                ? Optional.empty()
                : known.stream().map(tick -> Duration.between(tick.quotedAt(), now)).max(Comparator.naturalOrder());
    }

    /** The feed's symbols without a fresh price, and why. */
    public Map<String, String> withoutPrice(PolledSource feed) {
        return feed.symbols().stream()
                .filter(symbol -> fresh(symbol).isEmpty())
                .collect(Collectors.toMap(Symbol::name, this::doubtAbout));
    }

    private String doubtAbout(Symbol symbol) {
        return doubts.getOrDefault(symbol, "no price yet");
    }

    Optional<Tick> lastBelieved(Symbol symbol) {
        return Optional.ofNullable(ticks.get(symbol));
    }

    boolean isKnownSince(Symbol symbol, Instant slot) {
        return lastBelieved(symbol).filter(tick -> !tick.id().slot().isBefore(slot)).isPresent();
    }

    public void listen(TickListener listener) {
        listeners.add(listener);
    }

    /** Publishes stored ticks. Ticks no later than the current one are ignored. */
    void publish(List<Tick> stored) {
        var news = stored.stream().filter(tick -> !isKnownSince(tick.symbol(), tick.id().slot())).toList();
        news.forEach(tick -> ticks.put(tick.symbol(), tick));
        var inForce = news.stream().filter(tick -> fresh(tick.symbol()).isPresent()).toList();
        if (!inForce.isEmpty()) {
            listeners.forEach(listener -> listener.ticked(inForce));
        }
    }

    /** Notes why a symbol has no new price. Whether the reason changed. */
    boolean doubt(Symbol symbol, String reason) {
        return !reason.equals(doubts.put(symbol, reason));
    }

    /** Clears the reason. Whether there was one. */
    boolean recover(Symbol symbol) {
        return doubts.remove(symbol) != null;
    }
}
