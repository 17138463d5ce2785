package dev.corridor.client;

import dev.corridor.client.CorridorException.Problem;
import dev.corridor.client.FeedConnection.Signal;
import dev.corridor.client.api.Feeds;
import dev.corridor.client.model.Retry;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Events without end, each once and in their order: after a broken connection, a new one goes on after the last event. One thread reads; any may close
 * it, which ends the reading.
 *
 * @param <T> the state that an event has
 */
public final class Feed<T> implements Iterable<Event<T>>, AutoCloseable {

    /** After these there is no use in connecting again: access has ended, the organization has closed it, the client was refused. */
    private static final Set<Integer> FINAL = Set.of(1002, 1003, 1007, 1009, 4101, 4102, 4104);

    /** With these a handshake is refused for good; with others it may succeed later. */
    private static final Set<Integer> REFUSED = Set.of(401, 403, 404);

    private static final int FIRST_SERVER_ERROR = 500;
    private static final long LONGEST_PAUSE_MILLIS = 10_000;
    private static final Duration HANDSHAKE_PATIENCE = Duration.ofSeconds(10);

    /** A message of the server. */
    record Frame(String cmd, Optional<Long> seq, Optional<Object> data, Optional<Problem> error) {}

    /** The last event before a subscription. */
    record Subscribed(long seq) {}

    private record Connection(WebSocket socket, FeedConnection messages) {}

    private final CorridorClient corridor;
    private final HttpClient http;
    private final String url;
    private final Channel<T> channel;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Optional<Connection> connection = Optional.empty();
    private Optional<Event<T>> next = Optional.empty();
    private OptionalLong last;
    private int failures;

    Feed(CorridorClient corridor, HttpClient http, String url, Channel<T> channel, OptionalLong last) {
        this.corridor = corridor;
        this.http = http;
        this.url = url.replaceFirst("^http", "ws");
        this.channel = channel;
        this.last = last;
    }

    /**
     * What comes next, however often it is asked for. {@code hasNext} waits for an event, and is false when the feed was closed. It throws a {@link
     * CorridorException} if the feed is refused for good, such as with {@code resume_point_lost}, and a {@link ConnectionException} if its connection is
     * refused or closed for good, or the thread is interrupted.
     */
    @Override
    public Iterator<Event<T>> iterator() {
        return new Iterator<>() {

            @Override
            public boolean hasNext() {
                return awaitNext();
            }

            @Override
            public Event<T> next() {
                if (!awaitNext()) {
                    throw new NoSuchElementException();
                }
                var event = next.orElseThrow();
                next = Optional.empty();
                return event;
            }
        };
    }

    private boolean awaitNext() {
        try {
            while (next.isEmpty() && !isClosed()) {
                if (connection.isPresent()) {
                    take(connection.get());
                } else {
                    connect();
                }
            }
            return next.isPresent();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ConnectionException("interrupted before the next event", Optional.empty(), e);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        connection.ifPresent(open -> {
            open.messages().end();
            open.socket().abort();
        });
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    private void connect() throws InterruptedException {
        try {
            var ticket = corridor.send(Feeds.issueTicket()).ticket();
            var messages = new FeedConnection();
            var address = URI.create(url + "/v1/realtime?api_key=" + ticket + "&dialect=problem%2Bjson");
            var socket = http.newWebSocketBuilder().connectTimeout(HANDSHAKE_PATIENCE).buildAsync(address, messages).join();
            connection = Optional.of(new Connection(socket, messages));
            if (isClosed()) {
                close();
            }
            var from = last.isPresent() ? ",\"from\":" + last.getAsLong() : "";
            socket.sendText("{\"cmd\":\"subscribe\",\"data\":{\"channel\":\"" + channel + "\"" + from + "}}", true);
        } catch (CompletionException e) {
            if (e.getCause() instanceof WebSocketHandshakeException refusal && REFUSED.contains(refusal.getResponse().statusCode())) {
                throw new ConnectionException("the feed was refused with " + refusal.getResponse().statusCode(), Optional.empty(), refusal);
            }
            waitAfterFailure();
        } catch (ConnectionException e) {
            waitAfterFailure();
        } catch (CorridorException e) {
            waitIf(mayBeHadLater(e), e);
        } catch (UnexpectedAnswerException e) {
            // A balancer before a service that is not there.
            waitIf(e.status() >= FIRST_SERVER_ERROR, e);
        }
    }

    private static boolean mayBeHadLater(CorridorException refusal) {
        return refusal.retry() == Retry.SAME_REQUEST || refusal.retry() == Retry.AFTER;
    }

    private void waitIf(boolean maySucceedLater, RuntimeException failure) throws InterruptedException {
        if (!maySucceedLater) {
            throw failure;
        }
        waitAfterFailure();
    }

    private void take(Connection open) throws InterruptedException {
        var signal = open.messages().take(open.socket());
        if (signal.isEnd()) {
            leave(open);
            waitAfter(signal);
        } else if (signal.text().isPresent()) {
            read(Json.read(Frame.class, signal.text().get()), open);
        }
    }

    private void leave(Connection open) {
        open.socket().abort();
        connection = Optional.empty();
    }

    /** An error may be for now only, such as maintenance. */
    private void read(Frame frame, Connection open) throws InterruptedException {
        if (frame.error().isPresent()) {
            var refusal = new CorridorException(frame.error().get(), Optional.empty(), Optional.empty());
            leave(open);
            waitIf(mayBeHadLater(refusal), refusal);
        } else if (frame.cmd().equals("subscribe")) {
            failures = 0;
            last = last.isPresent() ? last : OptionalLong.of(Json.as(Subscribed.class, frame.data().orElseThrow()).seq());
        } else if (frame.cmd().equals(channel.toString())) {
            var event = new Event<>(frame.seq().orElseThrow(), Json.as(channel.state(), frame.data().orElseThrow()));
            last = OptionalLong.of(event.sequence());
            next = Optional.of(event);
        }
    }

    private void waitAfter(Signal end) throws InterruptedException {
        if (FINAL.contains(end.closeCode()) && !isClosed()) {
            throw new ConnectionException("the feed was closed with " + end.closeCode(), Optional.empty(), null);
        }
        waitAfterFailure();
    }

    /** Longer after each failure, and not at all when the feed is closed. */
    @SuppressWarnings("CheckReturnValue") // Either way, the next step sees whether it is closed.
    private void waitAfterFailure() throws InterruptedException {
        failures++;
        closed.await(Math.min(100L << Math.min(failures, 10), LONGEST_PAUSE_MILLIS), TimeUnit.MILLISECONDS);
    }
}
