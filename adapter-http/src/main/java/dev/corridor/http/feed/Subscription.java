package dev.corridor.http.feed;

import dev.corridor.application.feed.FollowEvents.Follower;
import dev.corridor.domain.feed.Event;
import dev.corridor.domain.feed.FeedError.ResumePointLost;
import java.util.function.LongConsumer;

/** One connection's subscription to a channel of its organization. */
final class Subscription implements Follower {

    private final LiveConnection live;
    private final EventRendering texts;
    private final LongConsumer begin;
    private volatile boolean over;

    /** @param begin receives the number where it starts before any event is sent */
    Subscription(LiveConnection live, EventRendering texts, LongConsumer begin) {
        this.live = live;
        this.texts = texts;
        this.begin = begin;
    }

    void end() {
        over = true;
    }

    @Override
    public void begin(long number) {
        begin.accept(number);
    }

    @Override
    public void next(Event event, long number) {
        if (!over) {
            live.send(texts.of(event, number));
        }
    }

    @Override
    public void lose(ResumePointLost lost) {
        live.send(live.refusals().of(lost));
        live.outgoing().close(CloseCode.TOO_SLOW);
    }

    @Override
    public boolean awaitRoom() {
        return !over && live.outgoing().awaitRoom();
    }

    @Override
    public boolean isGone() {
        return over || live.outgoing().isClosing();
    }
}
