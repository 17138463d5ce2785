package dev.corridor.http.feed;

import static org.assertj.core.api.Assertions.assertThat;

import dev.corridor.application.feed.TrackConnections;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelConfig;
import io.netty.channel.DefaultChannelConfig;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.timeout.IdleStateEvent;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class WebSocketConnectionTest {

    private static final int HEARTBEAT_SECONDS = 30;

    /** Runs just before reading resumes. */
    private Runnable beforeReadingGoesOn = () -> {};

    private final EmbeddedChannel channel = new EmbeddedChannel() {

        private final ChannelConfig config = new DefaultChannelConfig(this) {

            @Override
            public ChannelConfig setAutoRead(boolean autoRead) {
                if (autoRead) {
                    beforeReadingGoesOn.run();
                }
                return super.setAutoRead(autoRead);
            }
        };

        // Null during the channel's construction.
        @Override
        public ChannelConfig config() {
            return config == null ? super.config() : config;
        }
    };

    private final OutgoingQueue outgoing = new OutgoingQueue(channel);
    private final List<String> handled = new CopyOnWriteArrayList<>();

    /** Handled although reading was off. */
    private final List<String> readAhead = new CopyOnWriteArrayList<>();

    private boolean pingsAreAnswered = true;

    private final Queue<Runnable> work = new ArrayDeque<>();

    private void converse(Runnable opened, Executor executor) {
        var conversation = new WebSocketConnection.Conversation() {

            @Override
            public void open() {
                opened.run();
            }

            @Override
            public void receive(String text) {
                if (channel.config().isAutoRead()) {
                    readAhead.add(text);
                }
                handled.add(text);
            }

            @Override
            public boolean receivePing() {
                return pingsAreAnswered;
            }
        };
        channel.pipeline().addLast(new WebSocketConnection(outgoing, conversation, executor, HEARTBEAT_SECONDS));
    }

    /** With an open connection, and a queue of work. */
    private void converse() {
        converse(() -> {}, work::add);
        doTheWork();
    }

    private void doTheWork() {
        for (var next = work.poll(); next != null; next = work.poll()) {
            next.run();
        }
    }

    private void say(String text) {
        channel.writeInbound(new TextWebSocketFrame(text));
    }

    @Test
    void messages_are_handled_in_their_order_after_the_opening_and_nothing_is_read_until_then() {
        converse(() -> handled.add("opened"), work::add);
        say("one");
        say("two");
        assertThat(channel.config().isAutoRead()).isFalse();
        assertThat(work).hasSize(1);

        doTheWork();

        assertThat(handled).containsExactly("opened", "one", "two");
        assertThat(readAhead).isEmpty();
        assertThat(channel.config().isAutoRead()).isTrue();
    }

    @Test
    void a_message_that_comes_just_when_reading_goes_on_stops_it_again() throws InterruptedException {
        converse();
        say("one");
        var network = Thread.ofPlatform().unstarted(() -> say("two"));
        beforeReadingGoesOn = () -> {
            beforeReadingGoesOn = () -> {};
            network.start();
            awaitEndOrWait(network);
        };

        work.remove().run();
        network.join();

        assertThat(channel.config().isAutoRead()).isFalse();
        doTheWork();
        assertThat(handled).containsExactly("one", "two");
        assertThat(readAhead).isEmpty();
        assertThat(channel.config().isAutoRead()).isTrue();
    }

    /** Waits until the thread ends or blocks. */
    private static void awaitEndOrWait(Thread thread) {
        while (thread.isAlive() && thread.getState() != Thread.State.BLOCKED && thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    /** The network delivers several messages per read while reading is on; another thread handles them. */
    @Test
    @Timeout(60)
    void of_many_messages_none_is_stuck_none_is_handled_twice_and_none_is_read_ahead() throws InterruptedException {
        int count = 20_000;
        var opened = new CountDownLatch(1);
        try (var executor = Executors.newSingleThreadExecutor()) {
            converse(opened::countDown, executor);
            opened.await();

            for (int i = 0; i < count; i++) {
                boolean comesWithTheOneBefore = i % 3 != 0;
                while (!comesWithTheOneBefore && !channel.config().isAutoRead()) {
                    Thread.onSpinWait();
                }
                say(String.valueOf(i));
            }
        }

        assertThat(handled).containsExactlyElementsOf(IntStream.range(0, count).mapToObj(String::valueOf).toList());
        assertThat(readAhead).isEmpty();
        assertThat(channel.config().isAutoRead()).isTrue();
    }

    @Test
    void a_ping_is_answered_with_what_it_holds() {
        converse();

        var ping = ping("still there?");
        doTheWork();

        PongWebSocketFrame pong = channel.readOutbound();
        assertThat(pong.content().toString(StandardCharsets.UTF_8)).isEqualTo("still there?");
        pong.release();
        assertThat(ping.refCnt()).isZero();
    }

    @Test
    void a_ping_that_the_conversation_refuses_is_not_answered() {
        converse();
        pingsAreAnswered = false;

        var ping = ping("still there?");
        doTheWork();

        assertThat(channel.outboundMessages()).isEmpty();
        assertThat(ping.refCnt()).isZero();
    }

    @Test
    void pings_of_a_client_that_does_not_read_are_not_answered_and_nothing_is_kept_of_them() {
        converse();
        theClientReads(false);

        var pings = IntStream.range(0, 1_000).mapToObj(i -> ping("still there?")).toList();

        assertThat(pings).allMatch(ping -> ping.refCnt() == 0);
        theClientReads(true);
        channel.flushOutbound();
        assertThat(channel.outboundMessages()).isEmpty();
        ping("and now?");
        doTheWork();
        assertThat(channel.outboundMessages()).hasSize(1);
    }

    private PingWebSocketFrame ping(String text) {
        var ping = new PingWebSocketFrame(Unpooled.copiedBuffer(text, StandardCharsets.UTF_8));
        channel.writeInbound(ping);
        return ping;
    }

    private void theClientReads(boolean reads) {
        channel.unsafe().outboundBuffer().setUserDefinedWritability(1, reads);
    }

    @Test
    void a_client_that_is_silent_is_asked_once_and_given_up_the_next_time() {
        converse();

        beSilent();
        assertThat(channel.<Object>readOutbound()).isInstanceOf(PingWebSocketFrame.class);
        assertThat(outgoing.isClosing()).isFalse();

        beSilent();
        CloseWebSocketFrame close = channel.readOutbound();
        assertThat(close.statusCode()).isEqualTo(4103);
        assertThat(outgoing.isClosing()).isTrue();
        assertThat(channel.isOpen()).isFalse();
        assertThat(channel.outboundMessages()).isEmpty();
    }

    @Test
    void a_questioned_client_that_answers_goes_on() {
        converse();
        var answers = new ArrayList<String>();

        outgoing.question(() -> answers.add("answered"));
        channel.runPendingTasks();
        assertThat(channel.<Object>readOutbound()).isInstanceOf(PingWebSocketFrame.class);
        assertThat(answers).isEmpty();
        channel.writeInbound(new PongWebSocketFrame());
        channel.writeInbound(new PongWebSocketFrame());
        channel.advanceTimeBy(TrackConnections.QUESTION_SECONDS, TimeUnit.SECONDS);
        channel.runPendingTasks();

        assertThat(answers).containsExactly("answered");
        assertThat(outgoing.isClosing()).isFalse();
    }

    @Test
    void a_questioned_client_that_does_not_answer_in_time_is_given_up() {
        channel.freezeTime();
        converse();

        outgoing.question(() -> {});
        channel.runPendingTasks();
        assertThat(channel.<Object>readOutbound()).isInstanceOf(PingWebSocketFrame.class);
        channel.advanceTimeBy(TrackConnections.QUESTION_SECONDS, TimeUnit.SECONDS);
        channel.runPendingTasks();

        CloseWebSocketFrame close = channel.readOutbound();
        assertThat(close.statusCode()).isEqualTo(4103);
        assertThat(channel.outboundMessages()).isEmpty();
    }

    @Test
    void an_answer_is_a_sign_of_life() {
        converse();

        for (int i = 0; i < 3; i++) {
            beSilent();
            assertThat(channel.<Object>readOutbound()).isInstanceOf(PingWebSocketFrame.class);
            channel.writeInbound(new PongWebSocketFrame());
        }

        assertThat(outgoing.isClosing()).isFalse();
        assertThat(channel.outboundMessages()).isEmpty();
    }

    private void beSilent() {
        channel.pipeline().fireUserEventTriggered(IdleStateEvent.READER_IDLE_STATE_EVENT);
    }
}
