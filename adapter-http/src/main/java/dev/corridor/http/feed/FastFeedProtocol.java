package dev.corridor.http.feed;

import dev.corridor.application.access.CountRequest;
import dev.corridor.application.feed.FollowEvents;
import dev.corridor.application.feed.FollowMarket;
import dev.corridor.application.feed.TrackConnections;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.ErrorKind;
import dev.corridor.domain.error.MissingParameter;
import dev.corridor.domain.feed.Channel;
import dev.corridor.domain.feed.Event;
import dev.corridor.domain.feed.Event.ApiKeyEvent;
import dev.corridor.domain.feed.Event.BeneficiaryEvent;
import dev.corridor.domain.feed.Event.EndpointDisabledEvent;
import dev.corridor.domain.feed.Event.QuoteEvent;
import dev.corridor.domain.feed.Event.TransactionEvent;
import dev.corridor.domain.feed.Event.VerificationEvent;
import dev.corridor.domain.feed.EventKind;
import dev.corridor.domain.feed.FeedError.ChannelUnavailable;
import dev.corridor.domain.feed.FeedError.UnknownCommand;
import dev.corridor.domain.feed.Topic;
import dev.corridor.domain.market.Tick;
import dev.corridor.http.api.market.MarketTradeResponse;
import dev.corridor.http.api.market.TickerResponse;
import dev.corridor.http.edge.dialect.Dialects;
import dev.corridor.http.edge.problem.Problem;
import dev.corridor.http.edge.wire.Timestamp;
import dev.corridor.http.feed.MarketChannels.Line;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * NexusGlass's frames. The query has the client's wishes; later messages can only be PING. Source: the NexusGlass contract, "WebSocket".
 * Event types of payments and the market, their priorities, and the snapshot's content are ours.
 */
@Singleton
final class FastFeedProtocol {

    static final String SYMBOL = "symbol";
    static final String SYMBOLS = "symbols";
    static final String EVENTS = "events";

    private static final Logger LOG = LoggerFactory.getLogger(FastFeedProtocol.class);

    private static final Argument<Map<String, Object>> OBJECT = Argument.mapOf(String.class, Object.class);

    private static final String UNKNOWN = "unknown";

    /** No tier has delayed events. */
    private static final int DELAY_MILLIS = 0;

    /** The available channels. Depth has no events: it is a state. */
    private static final List<Channel> CHANNELS = List.of(Channel.TRANSACTIONS, Channel.QUOTES, Channel.TICKER, Channel.TRADE);

    /** New prices arrive once a second, and trades with them. */
    private static final String MARKET_PRIORITY = "P2";

    /** Our events are always certain. */
    private static final int CERTAIN = 1;

    private final FollowEvents followEvents;
    private final TrackConnections holdConnections;
    private final CountRequest countRequest;
    private final FollowMarket followMarket;
    private final MarketChannels market;
    private final FeedSettings settings;
    private final Dialects dialects;
    private final JsonMapper json;
    private final InstantSource clock;
    private final EventRendering texts;
    private final MarketChannels.Form marketTexts;

    FastFeedProtocol(
            FollowEvents followEvents,
            TrackConnections holdConnections,
            CountRequest countRequest,
            FollowMarket followMarket,
            MarketChannels market,
            FeedSettings settings,
            Dialects dialects,
            JsonMapper json,
            InstantSource clock) {
        this.followEvents = followEvents;
        this.holdConnections = holdConnections;
        this.countRequest = countRequest;
        this.followMarket = followMarket;
        this.market = market;
        this.settings = settings;
        this.dialects = dialects;
        this.json = json;
        this.clock = clock;
        this.texts = new EventRendering(this::textOf);
        this.marketTexts = this::textOf;
    }

    /**
     * @param symbols for market types; none if empty
     * @param events by their names on the wire; all that the caller may read if empty
     */
    record Wishes(List<String> symbols, List<String> events) {

        static Wishes of(HttpRequest<?> request) {
            var symbols = Stream.concat(texts(request, SYMBOL), texts(request, SYMBOLS)).distinct().toList();
            return new Wishes(symbols, texts(request, EVENTS).distinct().toList());
        }

        private static Stream<String> texts(HttpRequest<?> request, String name) {
            return request.getParameters().get(name, String.class).stream()
                    .flatMap(text -> Arrays.stream(text.split(",")))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty());
        }
    }

    @Serdeable
    record Frame(String type, Object payload) {}

    @Serdeable
    record Handshaken(String tier, List<String> priorities, int delay_ms, String server_time) {}

    /** @param sequences the number of the last past event per type; none for market types */
    @Serdeable
    record Snapshot(List<String> events, List<String> symbols, Map<String, Long> sequences) {}

    /** @param id the same for all receivers, on all nodes */
    @Serdeable
    record EventPayload(
            String id,
            String type,
            String priority,
            @Nullable String symbol,
            int confidence,
            Object data,
            String detected_at,
            long latency_ms) {}

    @Serdeable
    record Ponged(String server_time) {}

    private byte[] textOf(Event event, long number, Object resource) {
        var type = event.topic().kind().name();
        var priority = event.topic().kind() == EventKind.TRANSACTION ? "P0" : "P1";
        return event(String.valueOf(number), type, priority, symbolOf(event), resource, event.happenedAt());
    }

    /** The sequence is omitted, because it differs between nodes. */
    private byte[] textOf(Line line, long sequence, Object data) {
        var symbol = line.symbol().name();
        var type = typeOf(line.channel());
        return switch (data) {
            case TickerResponse ticker ->
                event(symbol + "-" + ticker.timestamp(), type, MARKET_PRIORITY, symbol, ticker, momentOf(ticker));
            case MarketTradeResponse trade ->
                event(fingerprint(trade), type, MARKET_PRIORITY, symbol, trade, Instant.ofEpochMilli(trade.timestamp()));
            default -> throw new IllegalArgumentException(type + " has no events here");
        };
    }

    /** A price set by the operator is always current. */
    private Instant momentOf(TickerResponse ticker) {
        return ticker.source().equals(Tick.FIXED) ? clock.instant() : Instant.ofEpochMilli(ticker.timestamp());
    }

    /** Trades have no ids: identical ones count as one. */
    private static String fingerprint(MarketTradeResponse trade) {
        return UUID.nameUUIDFromBytes(trade.toString().getBytes(StandardCharsets.UTF_8)).toString();
    }

    private byte[] event(String number, String type, String priority, @Nullable String symbol, Object data, Instant happenedAt) {
        var latency = Duration.between(happenedAt, clock.instant());
        return write(new Frame(
                "EVENT",
                new EventPayload(
                        type.toLowerCase(Locale.ROOT) + "-" + number,
                        type,
                        priority,
                        symbol,
                        CERTAIN,
                        data,
                        Timestamp.format(happenedAt),
                        Math.max(0, latency.toMillis()))));
    }

    private static @Nullable String symbolOf(Event event) {
        return switch (event) {
            case TransactionEvent happened -> null;
            case BeneficiaryEvent happened -> null;
            case ApiKeyEvent happened -> null;
            case VerificationEvent happened -> null;
            case EndpointDisabledEvent happened -> null;
            case QuoteEvent happened -> {
                var conversion = happened.quote().conversion();
                yield conversion.from().asset().code() + conversion.to().asset().code();
            }
        };
    }

    private byte[] write(Object frame) {
        try {
            return json.writeValueAsBytes(frame);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    byte[] refusal(BusinessError error, HttpRequest<?> opening) {
        return frame(Problem.refusal(error, opening), opening);
    }

    /** The payload is the contract's HTTP body, without the member that NexusGlass omits here. */
    private byte[] frame(Problem problem, HttpRequest<?> opening) {
        try {
            var payload = new LinkedHashMap<>(json.readValue(dialects.tell(problem, opening).body(), OBJECT));
            if (dialects.speaksNexusGlass(opening)) {
                payload.remove("error");
                if (problem.code().kind() == ErrorKind.UNAUTHENTICATED) {
                    payload.put("code", "AUTH_FAILED");
                    payload.put("message", "Invalid or expired API key");
                }
            }
            return write(new Frame("ERROR", payload));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For refused clients: sends the error and closes. */
    WebSocketConnection.Conversation farewell(OutgoingQueue outgoing, BusinessError error, HttpRequest<?> opening) {
        return new WebSocketConnection.Conversation() {
            @Override
            public void open() {
                outgoing.send(refusal(error, opening));
                outgoing.close(CloseCode.REFUSED);
            }

            @Override
            public void receive(String text) {}

            @Override
            public boolean receivePing() {
                return false;
            }
        };
    }

    WebSocketConnection.Conversation conversation(LiveConnection live, Wishes wishes, HttpRequest<?> opening) {
        return new CommandHandler(live, wishes, opening);
    }

    private final class CommandHandler implements WebSocketConnection.Conversation {

        private final LiveConnection live;
        private final Wishes wishes;
        private final HttpRequest<?> opening;
        private final MessageBudget budget;

        private CommandHandler(LiveConnection live, Wishes wishes, HttpRequest<?> opening) {
            this.live = live;
            this.wishes = wishes;
            this.opening = opening;
            this.budget = new MessageBudget(countRequest, clock, live, opening.getPath());
        }

        @Override
        public void open() {
            try {
                var channels = channels();
                var kinds = channels.stream().flatMap(channel -> channel.events().stream()).toList();
                var lines = lines(channels);
                holdConnections.subscribe(live.caller(), live.connection(), kinds.size() + lines.size());
                live.send(write(new Frame("HANDSHAKE", handshake())));
                begin(kinds, lines);
            } catch (RuntimeException failure) {
                fail(failure);
                live.outgoing().close(CloseCode.REFUSED);
            }
        }

        private Handshaken handshake() {
            return new Handshaken(
                    live.caller().tier().name(), List.of("P0", "P1", "P2"), DELAY_MILLIS, Timestamp.format(clock.instant()));
        }

        private List<Channel> channels() {
            return wishes.events().isEmpty()
                    ? CHANNELS.stream().filter(this::mayFollow).toList()
                    : wishes.events().stream().map(this::wanted).toList();
        }

        private Channel wanted(String name) {
            var channel = CHANNELS.stream()
                    .filter(candidate -> typeOf(candidate).equals(name))
                    .findAny()
                    .orElseThrow(() -> ClientMessage.invalid("'events' must be of TRANSACTION, QUOTE, TICKER and TRADE."));
            live.caller().require(channel.tier());
            live.caller().require(channel.permission());
            if (!settings.channels().contains(channel)) {
                throw new BusinessException(new ChannelUnavailable(channel));
            }
            if (isOfTheMarket(channel) && wishes.symbols().isEmpty()) {
                throw new BusinessException(new MissingParameter(SYMBOLS));
            }
            return channel;
        }

        private boolean mayFollow(Channel channel) {
            return settings.channels().contains(channel)
                    && live.caller().tier().includes(channel.tier())
                    && live.caller().permissions().contains(channel.permission())
                    && !(isOfTheMarket(channel) && wishes.symbols().isEmpty());
        }

        /** Unknown symbols are refused even without a market type. */
        private List<Line> lines(List<Channel> channels) {
            var symbols = followMarket.find(wishes.symbols());
            return channels.stream()
                    .filter(FastFeedProtocol::isOfTheMarket)
                    .flatMap(channel -> symbols.stream().map(symbol -> new Line(channel, symbol)))
                    .toList();
        }

        /** Events between the snapshot and the start are sent after it. */
        private void begin(List<EventKind> kinds, List<Line> lines) {
            var sequences = new LinkedHashMap<String, Long>();
            kinds.forEach(kind -> sequences.put(kind.name(), followEvents.last(topicOf(kind))));
            var types = Stream.concat(kinds.stream().map(EventKind::name), lines.stream().map(line -> typeOf(line.channel())))
                    .distinct()
                    .toList();
            var symbols = lines.stream().map(line -> line.symbol().name()).distinct().toList();
            live.send(write(new Frame("SNAPSHOT", new Snapshot(types, symbols, sequences))));
            for (var kind : kinds) {
                var after = OptionalLong.of(sequences.get(kind.name()));
                followEvents.follow(new FollowEvents.Command(topicOf(kind), after), new Subscription(live, texts, begin -> {}));
            }
            lines.forEach(line -> market.follow(line, live, marketTexts));
        }

        private Topic topicOf(EventKind kind) {
            return new Topic(live.connection().organization(), kind);
        }

        @Override
        public void receive(String text) {
            try {
                if (!isPing(text)) {
                    budget.spend(UNKNOWN);
                    throw new BusinessException(new UnknownCommand());
                }
                budget.spendPing();
                live.send(write(new Frame("PONG", new Ponged(Timestamp.format(clock.instant())))));
            } catch (RuntimeException failure) {
                fail(failure);
            }
        }

        private boolean isPing(String text) {
            try {
                return ClientMessage.parse(text, json).requiredText("type").equals("PING");
            } catch (BusinessException unreadable) {
                budget.spend(UNKNOWN);
                throw unreadable;
            }
        }

        @Override
        public boolean receivePing() {
            try {
                budget.spendPing();
                return true;
            } catch (RuntimeException failure) {
                fail(failure);
                return false;
            }
        }

        private void fail(RuntimeException failure) {
            if (failure instanceof BusinessException refusal) {
                live.send(refusal(refusal.error(), opening));
            } else {
                LOG.error("connection {} failed", live.connection().id(), failure);
                live.send(frame(Problem.internalError(failure, opening), opening));
            }
        }
    }

    private static boolean isOfTheMarket(Channel channel) {
        return channel.events().isEmpty();
    }

    /** The channel's event type on the wire. */
    private static String typeOf(Channel channel) {
        return channel.events().map(EventKind::name).orElse(channel.name());
    }
}
