package dev.corridor.http.feed;

import dev.corridor.application.feed.FollowEvents;
import dev.corridor.application.feed.HoldConnections;
import dev.corridor.domain.error.BusinessError;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.feed.Channel;
import dev.corridor.domain.feed.Event;
import dev.corridor.domain.feed.Event.QuoteEvent;
import dev.corridor.domain.feed.Event.TransactionEvent;
import dev.corridor.domain.feed.EventKind;
import dev.corridor.domain.feed.FeedError.ChannelUnavailable;
import dev.corridor.domain.feed.FeedError.UnknownCommand;
import dev.corridor.domain.feed.Topic;
import dev.corridor.domain.quote.Quote;
import dev.corridor.http.dialect.Dialects;
import dev.corridor.http.problem.Category;
import dev.corridor.http.problem.Problem;
import dev.corridor.http.wire.Timestamp;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.json.JsonMapper;
import io.micronaut.serde.annotation.Serdeable;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * NexusGlass's frames. What a client wants stands in the query; there it says no more than PING. Source: the NexusGlass contract, "WebSocket". What is
 * told of payments, and what the snapshot holds, is ours.
 */
@Singleton
final class FastFeed {

    private static final Logger LOG = LoggerFactory.getLogger(FastFeed.class);

    private static final Argument<Map<String, Object>> OBJECT = Argument.mapOf(String.class, Object.class);

    /** Nothing is held back in any tier. */
    private static final int DELAY_MILLIS = 0;

    /** An event of ours has happened, or it is not told. */
    private static final int CERTAIN = 1;

    private final FollowEvents followEvents;
    private final HoldConnections holdConnections;
    private final FeedSettings settings;
    private final Dialects dialects;
    private final JsonMapper json;
    private final InstantSource clock;
    private final EventTexts texts;

    FastFeed(
            FollowEvents followEvents,
            HoldConnections holdConnections,
            FeedSettings settings,
            Dialects dialects,
            JsonMapper json,
            InstantSource clock) {
        this.followEvents = followEvents;
        this.holdConnections = holdConnections;
        this.settings = settings;
        this.dialects = dialects;
        this.json = json;
        this.clock = clock;
        this.texts = new EventTexts(this::textOf);
    }

    /** @param events which are wanted, by the names that they have on the wire; all that the caller may have if empty */
    record Wishes(List<String> events) {

        static Wishes of(HttpRequest<?> request) {
            return new Wishes(request.getParameters().get("events", String.class).map(Wishes::split).orElse(List.of()));
        }

        private static List<String> split(String text) {
            return Arrays.stream(text.split(",")).map(String::strip).distinct().toList();
        }
    }

    @Serdeable
    record Frame(String type, Object payload) {}

    @Serdeable
    record Handshaken(String tier, List<String> priorities, int delay_ms, String server_time) {}

    /** @param sequences of the last event of each type that is not told any more */
    @Serdeable
    record Snapshot(List<String> events, Map<String, Long> sequences) {}

    /** @param id of the type and the sequence: the same event has the same one, whoever is told of it */
    @Serdeable
    record Told(
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

    private byte[] textOf(Event event, long previous, Object resource) {
        var happenedAt = happenedAt(event);
        var latency = Duration.between(happenedAt, clock.instant());
        var type = event.topic().kind().name();
        return write(new Frame(
                "EVENT",
                new Told(
                        type.toLowerCase(Locale.ROOT) + "-" + event.sequence(),
                        type,
                        event.topic().kind() == EventKind.TRANSACTION ? "P0" : "P1",
                        symbolOf(event),
                        CERTAIN,
                        resource,
                        Timestamp.format(happenedAt),
                        Math.max(0, latency.toMillis()))));
    }

    private static Instant happenedAt(Event event) {
        return switch (event) {
            case TransactionEvent happened -> happened.transaction().updatedAt();
            case QuoteEvent happened -> switch (happened.quote()) {
                case Quote.Pending pending -> pending.terms().issuedAt();
                case Quote.Completed completed -> completed.executedAt();
            };
        };
    }

    private static @Nullable String symbolOf(Event event) {
        return switch (event) {
            case TransactionEvent happened -> null;
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

    /** The payload is what the error contract would answer over HTTP, without the heading that NexusGlass leaves out here. */
    private byte[] frame(Problem problem, HttpRequest<?> opening) {
        try {
            var payload = new LinkedHashMap<>(json.readValue(dialects.tell(problem, opening).body(), OBJECT));
            if (dialects.speaksNexusGlass(opening)) {
                payload.remove("error");
                if (problem.code().category() == Category.UNAUTHENTICATED) {
                    payload.put("code", "AUTH_FAILED");
                    payload.put("message", "Invalid or expired API key");
                }
            }
            return write(new Frame("ERROR", payload));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With somebody who may not stay. */
    Frames.Conversation farewell(Outgoing outgoing, BusinessError error, HttpRequest<?> opening) {
        return new Frames.Conversation() {
            @Override
            public void open() {
                outgoing.send(refusal(error, opening));
                outgoing.close(CloseCode.REFUSED);
            }

            @Override
            public void receive(String text) {}
        };
    }

    Frames.Conversation conversation(LiveConnection live, Wishes wishes, HttpRequest<?> opening) {
        return new Talk(live, wishes, opening);
    }

    private final class Talk implements Frames.Conversation {

        private final LiveConnection live;
        private final Wishes wishes;
        private final HttpRequest<?> opening;

        private Talk(LiveConnection live, Wishes wishes, HttpRequest<?> opening) {
            this.live = live;
            this.wishes = wishes;
            this.opening = opening;
        }

        @Override
        public void open() {
            try {
                var kinds = kinds();
                holdConnections.subscribe(live.caller(), live.connection(), kinds.size());
                live.send(write(new Frame("HANDSHAKE", handshake())));
                begin(kinds);
            } catch (BusinessException refusal) {
                live.send(refusal(refusal.error(), opening));
                live.outgoing().close(CloseCode.REFUSED);
            } catch (RuntimeException e) {
                LOG.error("connection {} could not begin", live.connection().id(), e);
                live.send(frame(Problem.internalError(e, opening), opening));
                live.outgoing().close(CloseCode.REFUSED);
            }
        }

        private Handshaken handshake() {
            return new Handshaken(
                    live.caller().tier().name(), List.of("P0", "P1", "P2"), DELAY_MILLIS, Timestamp.format(clock.instant()));
        }

        private List<EventKind> kinds() {
            return wishes.events().isEmpty()
                    ? Arrays.stream(EventKind.values()).filter(kind -> mayFollow(channelOf(kind))).toList()
                    : wishes.events().stream().map(this::wanted).toList();
        }

        private EventKind wanted(String name) {
            var kind = Arrays.stream(EventKind.values())
                    .filter(known -> known.name().equals(name))
                    .findAny()
                    .orElseThrow(() -> Message.invalid("'events' must be of TRANSACTION and QUOTE."));
            live.caller().require(channelOf(kind).permission());
            if (!settings.channels().contains(channelOf(kind))) {
                throw new BusinessException(new ChannelUnavailable(channelOf(kind)));
            }
            return kind;
        }

        private boolean mayFollow(Channel channel) {
            return settings.channels().contains(channel) && live.caller().permissions().contains(channel.permission());
        }

        /** What happens between the snapshot and the beginning is told after it. */
        private void begin(List<EventKind> kinds) {
            var sequences = new LinkedHashMap<String, Long>();
            kinds.forEach(kind -> sequences.put(kind.name(), followEvents.last(topicOf(kind))));
            live.send(write(new Frame("SNAPSHOT", new Snapshot(List.copyOf(sequences.keySet()), sequences))));
            for (var kind : kinds) {
                var after = OptionalLong.of(sequences.get(kind.name()));
                followEvents.follow(new FollowEvents.Command(topicOf(kind), after), new Subscription(live, texts, begin -> {}));
            }
        }

        private Topic topicOf(EventKind kind) {
            return new Topic(live.connection().organization(), kind);
        }

        @Override
        public void receive(String text) {
            try {
                var type = Optional.of(Message.parse(text, json).requiredText("type"));
                if (type.filter("PING"::equals).isEmpty()) {
                    throw new BusinessException(new UnknownCommand());
                }
                live.send(write(new Frame("PONG", new Ponged(Timestamp.format(clock.instant())))));
            } catch (BusinessException refusal) {
                live.send(refusal(refusal.error(), opening));
            }
        }
    }

    private static Channel channelOf(EventKind kind) {
        return Arrays.stream(Channel.values())
                .filter(channel -> channel.events().filter(kind::equals).isPresent())
                .findAny()
                .orElseThrow();
    }
}
