package dev.corridor.http.feed;

import dev.corridor.application.feed.FollowMarket;
import dev.corridor.application.market.GetDepth;
import dev.corridor.application.market.GetTickers;
import dev.corridor.application.market.ListMarketTrades;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.feed.Channel;
import dev.corridor.domain.market.MarketTrade;
import dev.corridor.domain.market.Symbol;
import dev.corridor.http.api.market.DepthResponse;
import dev.corridor.http.api.market.MarketTradeResponse;
import dev.corridor.http.api.market.TickerResponse;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Distributes prices, depths and trades to their followers on this node. A new price triggers one query per symbol and one encoding per
 * protocol; prices that arrive meanwhile are combined. Trades are queried then, and periodically where prices are rare.
 */
@Singleton
public final class MarketChannels {

    private static final Logger LOG = LoggerFactory.getLogger(MarketChannels.class);

    /** The most sizes of a depth, and trades per message. */
    private static final int MOST = 100;

    private final FollowMarket followMarket;
    private final GetTickers getTickers;
    private final GetDepth getDepth;
    private final ListMarketTrades listMarketTrades;
    private final ExecutorService blocking;
    private final Map<Line, Followers> lines = new ConcurrentHashMap<>();
    private final Set<Symbol> news = ConcurrentHashMap.newKeySet();

    /** Guarded by the lock of {@link #news}. */
    private boolean busy;

    MarketChannels(
            FollowMarket followMarket,
            GetTickers getTickers,
            GetDepth getDepth,
            ListMarketTrades listMarketTrades,
            @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.followMarket = followMarket;
        this.getTickers = getTickers;
        this.getDepth = getDepth;
        this.listMarketTrades = listMarketTrades;
        this.blocking = blocking;
        followMarket.follow(this::hear);
    }

    /** One channel of one symbol. */
    record Line(Channel channel, Symbol symbol) {}

    /** Encodes a message of one protocol. */
    interface Form {

        /**
         * @param sequence counts the line's messages on this node: a gap is a lost message
         * @param data as HTTP returns it
         */
        byte[] write(Line line, long sequence, Object data);
    }

    /** The lines of these symbols, or {@code symbol_not_found}. */
    List<Line> lines(Channel channel, List<String> symbols) {
        return followMarket.find(symbols).stream().distinct().map(symbol -> new Line(channel, symbol)).toList();
    }

    /** Sends the current state, and updates from then on. */
    void follow(Line line, LiveConnection live, Form form) {
        lines.computeIfAbsent(line, Followers::new).add(live, form);
    }

    /** The line may have no followers, if {@code follow} has failed. */
    void leave(Line line, LiveConnection live) {
        Optional.ofNullable(lines.get(line)).ifPresent(followers -> followers.remove(live));
    }

    /** Sends trades since the last price, and removes closed connections. Call every second. */
    public void lookForTrades() {
        lines.values().forEach(Followers::removeClosed);
        lines.values().stream().filter(followers -> followers.line.channel() == Channel.TRADE).forEach(MarketChannels::send);
    }

    private void hear(List<Symbol> symbols) {
        if (lines.isEmpty()) {
            return;
        }
        synchronized (news) {
            news.addAll(symbols);
            if (busy) {
                return;
            }
            busy = true;
        }
        blocking.execute(this::sendNews);
    }

    private void sendNews() {
        for (var symbols = takeNews(); !symbols.isEmpty(); symbols = takeNews()) {
            var changed = symbols;
            lines.values().stream().filter(followers -> changed.contains(followers.line.symbol())).forEach(MarketChannels::send);
        }
    }

    /** A failure of one line does not affect the others. */
    private static void send(Followers followers) {
        try {
            followers.send();
        } catch (RuntimeException e) {
            LOG.error("{} cannot be sent", followers.line, e);
        }
    }

    private Set<Symbol> takeNews() {
        synchronized (news) {
            var taken = Set.copyOf(news);
            news.clear();
            busy = !taken.isEmpty();
            return taken;
        }
    }

    private final class Followers {

        private final Line line;
        private final Map<Form, List<LiveConnection>> all = new LinkedHashMap<>();
        private List<MarketTrade> lastTrades = List.of();
        private long sequence;

        private Followers(Line line) {
            this.line = line;
        }

        private synchronized void add(LiveConnection live, Form form) {
            if (all.isEmpty()) {
                lastTrades = line.channel() == Channel.TRADE ? trades(live.caller()) : List.of();
            }
            all.computeIfAbsent(form, first -> new ArrayList<>()).add(live);
            snapshot(live.caller()).forEach(data -> live.send(form.write(line, sequence, data)));
        }

        private synchronized void remove(LiveConnection live) {
            forgetIf(live::equals);
        }

        private synchronized void removeClosed() {
            forgetIf(live -> live.outgoing().isClosing());
        }

        private void forgetIf(Predicate<LiveConnection> gone) {
            all.values().forEach(some -> some.removeIf(gone));
            all.values().removeIf(List::isEmpty);
        }

        /** Market data is public, so any follower's caller may query it. */
        private synchronized void send() {
            removeClosed();
            if (all.isEmpty()) {
                return;
            }
            for (var data : latest(all.values().iterator().next().getFirst().caller())) {
                sequence++;
                all.forEach((form, some) -> {
                    var text = form.write(line, sequence, data);
                    some.forEach(live -> live.send(text));
                });
            }
        }

        private List<?> snapshot(Caller caller) {
            return line.channel() == Channel.TRADE ? lastTrades.reversed().stream().map(MarketTradeResponse::of).toList() : latest(caller);
        }

        /** Empty while there is no reliable price. */
        private List<?> latest(Caller caller) {
            try {
                return switch (line.channel()) {
                    case TICKER -> getTickers.get(new GetTickers.Command(caller, List.of(line.symbol().name()))).stream()
                            .map(TickerResponse::of)
                            .toList();
                    case DEPTH -> List.of(DepthResponse.of(getDepth.get(new GetDepth.Command(caller, line.symbol().name())), MOST));
                    case TRADE -> newTrades(caller).stream().map(MarketTradeResponse::of).toList();
                    case TRANSACTIONS, QUOTES -> throw new IllegalStateException(line.channel() + " is no market's");
                };
            } catch (BusinessException noPrice) {
                return List.of();
            } catch (RuntimeException e) {
                LOG.error("{} of {} cannot be sent", line.channel(), line.symbol(), e);
                return List.of();
            }
        }

        private List<MarketTrade> trades(Caller caller) {
            return listMarketTrades.list(new ListMarketTrades.Command(caller, line.symbol().name(), MOST));
        }

        /**
         * New trades, oldest first. Trades have no sequence and can become visible out of order, so those that the last query did not
         * return are new.
         */
        private List<MarketTrade> newTrades(Caller caller) {
            var now = trades(caller);
            var known = new ArrayList<>(lastTrades);
            var fresh = now.stream().filter(trade -> !known.remove(trade)).toList();
            lastTrades = now;
            return fresh.reversed();
        }
    }
}
