package dev.corridor.application.feed.port;

import dev.corridor.domain.feed.Event;
import dev.corridor.domain.feed.Topic;
import dev.corridor.domain.organization.OrganizationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/**
 * Events of quotes and transactions, in order. They are written in the transaction of the change in the {@link
 * dev.corridor.application.books.Books}.
 */
public interface Events {

    /** The sequence below which no event of the organization will ever be added. Never decreases. */
    long horizon(OrganizationId organization);

    /** Whether the events of all organizations are numbered together, so that all have the same horizon. */
    boolean areNumberedTogether();

    /**
     * Events of the topics in sequence order.
     *
     * @param from inclusive
     * @param until exclusive, and at most the horizon
     */
    List<Event> read(Collection<Topic> topics, long from, long until, int limit);

    /**
     * How many events the topic has below that sequence, deleted ones included: the number of the last of them.
     *
     * @param until at most the horizon
     */
    long numberBefore(Topic topic, long until);

    /**
     * The sequence of the topic's event with that number; 0 for the number 0. Empty if it is not below {@code until}, or if an event after it
     * was deleted.
     *
     * @param until at most the horizon
     */
    OptionalLong sequenceOf(Topic topic, long number, long until);

    /** The last forgotten sequence of the topic; 0 if all are kept. */
    long forgottenUntil(Topic topic);

    /**
     * Forgets events that were recorded longer ago than they are kept, oldest first. Some may stay for half of that time longer, so that many go at once. Call
     * it again and again: a call may find that others are at work, and do nothing. Safe on several nodes at once.
     */
    void forget(Instant now, Duration kept);
}
