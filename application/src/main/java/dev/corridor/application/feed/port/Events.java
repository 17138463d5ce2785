package dev.corridor.application.feed.port;

import dev.corridor.domain.feed.Event;
import dev.corridor.domain.feed.Topic;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * What the {@link dev.corridor.application.books.Books} have recorded about quotes and transactions, in order. It is kept together with what it
 * tells of, or not at all.
 */
public interface Events {

    /** As far as this, the past is complete: no event will ever be added whose sequence is below. It never moves back. */
    long horizon();

    /**
     * Those of the topics from one sequence, up to another one that is beyond them and not beyond the horizon; the first ones first.
     *
     * @param limit how many at most
     */
    List<Event> read(Collection<Topic> topics, long from, long until, int limit);

    /** The sequence of the topic's last event below that one, even if the event is forgotten; 0 if there was none. */
    long lastBefore(Topic topic, long sequence);

    /** The sequence up to which events of the topic are forgotten; 0 if all of them are kept. */
    long forgottenUntil(Topic topic);

    /**
     * Forgets the oldest of those that happened before that moment. To be called again and again; several nodes may do so at once.
     *
     * @param limit how many at most
     * @return how many were forgotten
     */
    int forget(Instant before, int limit);
}
