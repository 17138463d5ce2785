package dev.corridor.http.feed;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.corridor.application.access.CountRequest;
import dev.corridor.application.feed.FollowEvents;
import dev.corridor.application.feed.TrackConnections;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.feed.Channel;
import dev.corridor.domain.feed.Event;
import dev.corridor.domain.feed.EventKind;
import dev.corridor.domain.feed.FeedError.ChannelUnavailable;
import dev.corridor.domain.feed.FeedError.ResumePointLost;
import dev.corridor.domain.feed.FeedError.UnknownCommand;
import dev.corridor.domain.feed.Topic;
import dev.corridor.http.edge.dialect.Dialects;
import dev.corridor.http.edge.problem.Problem;
import dev.corridor.http.feed.MarketChannels.Line;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * TickDB's commands. Errors are sent in TickDB's format, or as the selected error contract formats them over HTTP. Source: the TickDB
 * contract, sections 1 and 2.
 */
@Singleton
final class RealtimeProtocol {

    private static final Logger LOG = LoggerFactory.getLogger(RealtimeProtocol.class);

    private static final Argument<Map<String, Object>> OBJECT = Argument.mapOf(String.class, Object.class);

    private static final String PATH = "/v1/realtime";
    private static final String SUBSCRIBE = "subscribe";
    private static final String UNSUBSCRIBE = "unsubscribe";
    private static final String PING = "ping";
    private static final String PONG = "pong";
    private static final String UNKNOWN = "unknown";

    private final FollowEvents followEvents;
    private final TrackConnections holdConnections;
    private final CountRequest countRequest;
    private final MarketChannels market;
    private final FeedSettings settings;
    private final Dialects dialects;
    private final JsonMapper json;
    private final InstantSource clock;
    private final EventRendering texts;
    private final MarketChannels.Form marketTexts;

    RealtimeProtocol(
            FollowEvents followEvents,
            TrackConnections holdConnections,
            CountRequest countRequest,
            MarketChannels market,
            FeedSettings settings,
            Dialects dialects,
            JsonMapper json,
            InstantSource clock) {
        this.followEvents = followEvents;
        this.holdConnections = holdConnections;
        this.countRequest = countRequest;
        this.market = market;
        this.settings = settings;
        this.dialects = dialects;
        this.json = json;
        this.clock = clock;
        this.texts = new EventRendering(this::textOf);
        this.marketTexts = (line, sequence, data) -> write(new MarketPush(line.channel().toString(), sequence, data));
    }

    @Serdeable
    record Success(String cmd, int code, String message, Subscribed data) {}

    /** @param seq of the last event before the subscription; only for the organization's own channels */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Subscribed(String channel, @Nullable List<String> symbols, @Nullable Long seq) {

        static Subscribed to(Channel channel, @Nullable Long seq) {
            return new Subscribed(channel.toString(), null, seq);
        }

        static Subscribed to(List<Line> lines) {
            var symbols = lines.stream().map(line -> line.symbol().name()).toList();
            return new Subscribed(lines.getFirst().channel().toString(), symbols, null);
        }
    }

    @Serdeable
    record Push(String cmd, long seq, long prev, Object data) {}

    @Serdeable
    record MarketPush(String cmd, long seq, Object data) {}

    @Serdeable
    record Pong(String cmd, Timestamped data) {}

    @Serdeable
    record Timestamped(long timestamp) {}

    /**
     * @param data the channel that it is about; null if none is
     * @param error as the selected contract formats it over HTTP
     */
    @Serdeable
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Failure(String cmd, @Nullable Subscribed data, Object error) {}

    private byte[] textOf(Event event, long number, Object resource) {
        return write(new Push(Channel.of(event.topic().kind()).toString(), number, number - 1, resource));
    }

    private byte[] write(Object text) {
        try {
            return json.writeValueAsBytes(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A refusal that no command has caused.
     *
     * @param opening the handshake's request, which selects the error contract
     */
    byte[] refusal(BusinessError error, HttpRequest<?> opening) {
        var channel = error instanceof ResumePointLost lost ? Optional.of(lost.channel()) : Optional.<Channel>empty();
        return frame("error", channel, Problem.refusal(error, opening), opening);
    }

    private byte[] frame(String command, Optional<Channel> channel, Problem problem, HttpRequest<?> opening) {
        var about = channel.map(named -> Subscribed.to(named, null));
        var answer = dialects.tell(problem, opening);
        try {
            return dialects.speaksTickDb(opening)
                    ? write(frame(command, about, json.readValue(answer.body(), OBJECT)))
                    : write(new Failure(command, about.orElse(null), json.readValue(answer.body(), Object.class)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the command, and the channel where it is not yet there, into the JSON object that HTTP would return. */
    private static Map<String, Object> frame(String command, Optional<Subscribed> about, Map<String, Object> body) {
        var frame = new LinkedHashMap<String, Object>();
        frame.put("cmd", command);
        frame.putAll(body);
        about.ifPresent(channel -> frame.putIfAbsent("data", channel));
        return frame;
    }

    WebSocketConnection.Conversation conversation(LiveConnection live, HttpRequest<?> opening) {
        return new CommandHandler(live, opening);
    }

    /** Handles one connection's commands sequentially. */
    private final class CommandHandler implements WebSocketConnection.Conversation {

        private final LiveConnection live;
        private final HttpRequest<?> opening;
        private final MessageBudget budget;
        private final Map<Channel, Subscription> subscriptions = new EnumMap<>(Channel.class);
        private final Set<Line> lines = new HashSet<>();

        private CommandHandler(LiveConnection live, HttpRequest<?> opening) {
            this.live = live;
            this.opening = opening;
            this.budget = new MessageBudget(countRequest, clock, live, PATH);
        }

        /** The client sends the first message. */
        @Override
        public void open() {}

        @Override
        public void receive(String text) {
            var command = UNKNOWN;
            var channel = Optional.<Channel>empty();
            try {
                var message = read(text);
                command = nameOf(message);
                channel = message.object("data").flatMap(data -> data.text("channel")).flatMap(Channel::find);
                spend(command);
                take(command, message);
            } catch (RuntimeException failure) {
                fail(command, channel, failure);
            }
        }

        @Override
        public boolean receivePing() {
            try {
                budget.spendPing();
                return true;
            } catch (RuntimeException failure) {
                fail(PING, Optional.empty(), failure);
                return false;
            }
        }

        private void fail(String command, Optional<Channel> channel, RuntimeException failure) {
            if (failure instanceof BusinessException refusal) {
                live.send(frame(command, channel, Problem.refusal(refusal.error(), opening), opening));
            } else {
                LOG.error("a command on connection {} failed", live.connection().id(), failure);
                live.send(frame(command, channel, Problem.internalError(failure, opening), opening));
            }
        }

        private ClientMessage read(String text) {
            try {
                return ClientMessage.parse(text, json);
            } catch (BusinessException unreadable) {
                spend(UNKNOWN);
                throw unreadable;
            }
        }

        private void spend(String command) {
            if (command.equals(PING)) {
                budget.spendPing();
            } else {
                budget.spend(command);
            }
        }

        private static String nameOf(ClientMessage message) {
            return message.text("cmd")
                    .filter(name -> name.equals(SUBSCRIBE) || name.equals(UNSUBSCRIBE) || name.equals(PING))
                    .orElse(UNKNOWN);
        }

        private void take(String command, ClientMessage message) {
            switch (command) {
                case SUBSCRIBE -> subscribe(message.requiredObject("data"));
                case UNSUBSCRIBE -> unsubscribe(message.requiredObject("data"));
                case PING -> live.send(write(new Pong(PONG, new Timestamped(clock.millis()))));
                default ->
                    throw message.text("cmd").isPresent()
                            ? new BusinessException(new UnknownCommand())
                            : ClientMessage.invalid("'cmd' must be a text.");
            }
        }

        private void subscribe(ClientMessage data) {
            var channel = channelIn(data);
            live.caller().require(channel.tier());
            live.caller().require(channel.permission());
            if (!settings.channels().contains(channel)) {
                throw new BusinessException(new ChannelUnavailable(channel));
            }
            channel.events().ifPresentOrElse(kind -> follow(channel, kind, data), () -> followMarket(channel, data));
        }

        /** Symbols that are already followed are skipped. */
        private void followMarket(Channel channel, ClientMessage data) {
            var wanted = market.lines(channel, data.requiredTexts("symbols"));
            var more = wanted.stream().filter(line -> !lines.contains(line)).toList();
            if (!more.isEmpty()) {
                holdConnections.subscribe(live.caller(), live.connection(), more.size());
            }
            lines.addAll(more);
            live.send(write(success(SUBSCRIBE, Subscribed.to(wanted))));
            try {
                more.forEach(line -> market.follow(line, live, marketTexts));
            } catch (RuntimeException e) {
                leaveMarket(more);
                throw e;
            }
        }

        private void follow(Channel channel, EventKind kind, ClientMessage data) {
            var after = data.sequence("from");
            if (subscriptions.containsKey(channel)) {
                throw ClientMessage.invalid("You follow '" + channel + "' already. Unsubscribe first to begin elsewhere.");
            }
            holdConnections.subscribe(live.caller(), live.connection(), 1);
            var subscription = new Subscription(
                    live, texts, number -> live.send(write(success(SUBSCRIBE, Subscribed.to(channel, number)))));
            subscriptions.put(channel, subscription);
            try {
                var topic = new Topic(live.connection().organization(), kind);
                followEvents.follow(new FollowEvents.Command(topic, after), subscription);
            } catch (RuntimeException e) {
                end(channel);
                throw e;
            }
        }

        private void unsubscribe(ClientMessage data) {
            var channel = channelIn(data);
            if (channel.events().isPresent()) {
                end(channel);
                live.send(write(success(UNSUBSCRIBE, Subscribed.to(channel, null))));
            } else {
                var lines = market.lines(channel, data.requiredTexts("symbols"));
                leaveMarket(lines);
                live.send(write(success(UNSUBSCRIBE, Subscribed.to(lines))));
            }
        }

        private void leaveMarket(List<Line> left) {
            var fewer = left.stream().filter(lines::remove).toList();
            fewer.forEach(line -> market.leave(line, live));
            if (!fewer.isEmpty()) {
                holdConnections.unsubscribe(live.connection(), fewer.size());
            }
        }

        private void end(Channel channel) {
            Optional.ofNullable(subscriptions.remove(channel)).ifPresent(subscription -> {
                subscription.end();
                followEvents.leave();
                holdConnections.unsubscribe(live.connection(), 1);
            });
        }

        private static Channel channelIn(ClientMessage data) {
            return Channel.find(data.requiredText("channel"))
                    .orElseThrow(() -> ClientMessage.wrong("channel", "must be ticker, depth, trade, transactions or quotes"));
        }

        private static Success success(String command, Subscribed data) {
            return new Success(command, 0, "success", data);
        }
    }
}
