package dev.corridor.http.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutgoingQueueTest {

    /** A client that the test lets read. */
    private static final class Client extends ChannelOutboundHandlerAdapter {

        private final List<Object> sent = new ArrayList<>();
        private final List<ChannelPromise> unread = new ArrayList<>();

        @Override
        public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) {
            sent.add(message);
            unread.add(promise);
        }

        void read() {
            unread.forEach(ChannelPromise::setSuccess);
            unread.clear();
        }
    }

    private final Client client = new Client();
    private final OutgoingQueue outgoing = new OutgoingQueue(new EmbeddedChannel(client));

    @Test
    void texts_are_sent_in_their_order() {
        outgoing.send(bytes("one"));
        outgoing.send(bytes("two"));

        assertThat(client.sent).extracting(frame -> ((TextWebSocketFrame) frame).text()).containsExactly("one", "two");
    }

    @Test
    void whoever_has_too_many_texts_unread_is_told_that_it_is_too_slow() {
        for (int i = 0; i < 2_001; i++) {
            outgoing.send(bytes("text"));
        }

        isOver();
        assertThat(client.sent).hasSize(2_001);
    }

    @Test
    void whoever_has_too_much_text_unread_is_told_that_it_is_too_slow() {
        for (int i = 0; i < 9; i++) {
            outgoing.send(new byte[60 * 1024]);
        }

        isOver();
        assertThat(client.sent).hasSize(9);
    }

    @Test
    void whoever_reads_can_be_sent_any_amount() {
        for (int i = 0; i < 10_000; i++) {
            outgoing.send(bytes("text"));
            if (i % 1_000 == 0) {
                client.read();
            }
        }

        assertThat(outgoing.isClosing()).isFalse();
        client.read();
        assertThat(outgoing.awaitRoom()).isTrue();
    }

    @Test
    void when_it_is_over_nothing_more_is_sent_and_nobody_waits() {
        outgoing.close(CloseCode.GOING_AWAY);
        outgoing.close(CloseCode.TOO_SLOW);
        outgoing.send(bytes("text"));

        assertThat(client.sent).singleElement().isInstanceOfSatisfying(CloseWebSocketFrame.class, close -> {
            assertThat(close.statusCode()).isEqualTo(1001);
            assertThat(close.reasonText()).isEqualTo("the server is shutting down");
        });
        assertThat(outgoing.awaitRoom()).isFalse();
    }

    private void isOver() {
        assertThat(outgoing.isClosing()).isTrue();
        assertThat(((CloseWebSocketFrame) client.sent.getLast()).statusCode()).isEqualTo(4100);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
