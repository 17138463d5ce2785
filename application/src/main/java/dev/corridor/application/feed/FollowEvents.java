package dev.corridor.application.feed;

import dev.corridor.application.Refuses;
import dev.corridor.domain.feed.Event;
import dev.corridor.domain.feed.FeedError.ResumePointLost;
import dev.corridor.domain.feed.Topic;
import java.util.OptionalLong;

/**
 * Delivers the events of a topic to a follower, each once and in order: those after a cursor, or those from now on. Returns after the past
 * is delivered; new events then arrive on another thread, one at a time. An event has a number: how many the topic has had up to it.
 */
public interface FollowEvents {

    @Refuses(ResumePointLost.class)
    void follow(Command command, Follower follower);

    /** The number of the topic's last event; 0 if there is none. Following from it misses nothing that happens from now on. */
    long last(Topic topic);

    /** Signals that some follower {@link Follower#isGone}. */
    void leave();

    /** @param after the cursor: the number of the last event that the client has; 0 for the topic from its beginning */
    record Command(Topic topic, OptionalLong after) {}

    /** Receives events. Only {@link #awaitRoom} may block; anything else would delay other followers. */
    interface Follower {

        /**
         * Called first.
         *
         * @param number where the delivery starts: the last event before it; 0 if there is none
         */
        void begin(long number);

        /** @param number one more than that of the topic's event before this one */
        void next(Event event, long number);

        /** The cursor is lost: not all events after it can be delivered. */
        void lose(ResumePointLost lost);

        /** Back-pressure: blocks until there is room for more events; false if the follower is gone. */
        boolean awaitRoom();

        /** Whether it has unsubscribed, which is final. */
        boolean isGone();
    }
}
