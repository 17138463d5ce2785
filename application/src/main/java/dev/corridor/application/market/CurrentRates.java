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

/** The ticks in force, in memory. A tick that is too old prices nothing. */
public final class CurrentRates implements ExchangeRates {

    private final Symbols symbols;
    private final Map<Symbol, PolledSource> feeds;
    private final InstantSource clock;
    private final Map<Symbol, Tick> ticks = new ConcurrentHashMap<>();
    private final Map<Symbol, String> doubts = new ConcurrentHashMap<>();
    private final List<TickListener> listeners = new CopyOnWriteArrayList<>();

    /** @param symbols what could be traded; those that no feed brings are not */
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

    /** The same for those who can do without. */
    public Optional<Tick> fresh(Symbol symbol) {
        return lastBelieved(symbol).filter(tick -> tick.isFresh(clock.instant(), feeds.get(symbol).believedFor()));
    }

    /** How old the oldest of the latest prices of a feed is; empty if one of its symbols never had any. */
    public Optional<Duration> ageOf(PolledSource feed) {
        var now = clock.instant();
        var known = feed.symbols().stream().map(ticks::get).toList();
        return known.contains(null)
                ? Optional.empty()
                : known.stream().map(tick -> Duration.between(tick.quotedAt(), now)).max(Comparator.naturalOrder());
    }

    /** The symbols of a feed that cannot be converted now, and why. */
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

    /** From now on the listener is told of new ticks. */
    public void listen(TickListener listener) {
        listeners.add(listener);
    }

    /** Takes over ticks that are stored. Those that are no later than what is known say nothing new. */
    void publish(List<Tick> stored) {
        var news = stored.stream().filter(tick -> !isKnownSince(tick.symbol(), tick.id().slot())).toList();
        news.forEach(tick -> ticks.put(tick.symbol(), tick));
        var inForce = news.stream().filter(tick -> fresh(tick.symbol()).isPresent()).toList();
        if (!inForce.isEmpty()) {
            listeners.forEach(listener -> listener.ticked(inForce));
        }
    }

    /** Why a symbol has nothing new. Whether that is news. */
    boolean doubt(Symbol symbol, String reason) {
        return !reason.equals(doubts.put(symbol, reason));
    }

    /** It has something new again. Whether it had not, before. */
    boolean recover(Symbol symbol) {
        return doubts.remove(symbol) != null;
    }
}
