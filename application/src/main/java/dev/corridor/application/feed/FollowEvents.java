package dev.corridor.application.feed;

import dev.corridor.application.Refuses;
import dev.corridor.domain.feed.Event;
import dev.corridor.domain.feed.FeedError.ResumePointLost;
import dev.corridor.domain.feed.Topic;
import java.util.OptionalLong;

/**
 * Tells a follower of the events of a topic, each once and in order: those after a sequence if one is given, else those that happen from now on.
 * Returns when it has told of the past; of what happens then the follower is told by another thread, one event at a time.
 */
public interface FollowEvents {

    @Refuses(ResumePointLost.class)
    void follow(Command command, Follower follower);

    /** The sequence of the topic's last event; 0 if there was none. Whoever follows after it misses nothing that happens from now on. */
    long last(Topic topic);

    /** Somebody {@link Follower#isGone}. */
    void leave();

    /** @param after the sequence of the last event that is known already */
    record Command(Topic topic, OptionalLong after) {}

    /** Who is told. Waiting for anything but {@link #awaitRoom} would keep others waiting. */
    interface Follower {

        /**
         * Comes before anything else.
         *
         * @param sequence where it begins: of the last event that is not told of; 0 if there is none
         */
        void begin(long sequence);

        /** @param previous the sequence of the event before it in its topic */
        void next(Event event, long previous);

        /** The past cannot be told to its end. */
        void lose(ResumePointLost lost);

        /** Waits until there is room for more of the past; false if it is gone. */
        boolean awaitRoom();

        /** Whether it wants to be told no more. It never comes back. */
        boolean isGone();
    }
}
