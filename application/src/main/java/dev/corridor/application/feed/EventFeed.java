package dev.corridor.application.feed;

import dev.corridor.application.Outage;
import dev.corridor.application.feed.port.Events;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.feed.Channel;
import dev.corridor.domain.feed.Event;
import dev.corridor.domain.feed.FeedError.ResumePointLost;
import dev.corridor.domain.feed.Topic;
import dev.corridor.domain.organization.OrganizationId;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * Distributes events to all followers on this node by one reader thread. It reads after a wake-up by a local commit, and otherwise polls,
 * since other nodes do not notify it. Without followers it sleeps.
 *
 * <p>A follower catches up on its own thread, page by page, under its own back-pressure. Near the horizon it is handed to the reader with
 * its cursor. The reader first closes the gap to its own position, so no event is missed or duplicated.
 */
public final class EventFeed implements FollowEvents, AutoCloseable {

    private static final Logger LOG = System.getLogger(EventFeed.class.getName());

    private static final int PAGE = 500;

    /** Least time between two reads, so that a burst of commits causes one read. */
    private static final Duration MIN_READ_INTERVAL = Duration.ofMillis(5);

    /** Polling interval, the delay of events from other nodes. */
    private static final Duration POLL_INTERVAL = Duration.ofMillis(100);

    private final Events events;
    private final FeedWatch watch;
    private final Thread thread;
    private final Queue<Following> joining = new ConcurrentLinkedQueue<>();
    private volatile boolean woken;
    private volatile boolean followed;
    private volatile boolean followerLeft;
    private volatile boolean closed;

    /** By the organization whose events they read; one of them reads all where all are numbered together. Confined to the reader thread. */
    private final Map<Optional<OrganizationId>, Reading> readings = new HashMap<>();

    public EventFeed(Events events, FeedWatch watch) {
        this.events = events;
        this.watch = watch;
        this.thread = Thread.ofPlatform().name("event-feed").daemon().unstarted(this::run);
    }

    public EventFeed start() {
        thread.start();
        return this;
    }

    /** A follower and its cursor. */
    private static final class Following {

        private final Topic topic;
        private final Follower follower;

        /** Everything below is delivered. */
        private long position;

        /** Of the last event below the position. */
        private long number;

        private Following(Topic topic, Follower follower, long position, long number) {
            this.topic = topic;
            this.follower = follower;
            this.position = position;
            this.number = number;
        }

        private void deliver(Event event) {
            if (event.sequence() >= position) {
                number++;
                position = event.sequence() + 1;
                follower.next(event, number);
            }
        }
    }

    /** Called after each commit on this node. */
    public void wake() {
        if (followed && !woken) {
            unpark();
        }
    }

    private void unpark() {
        woken = true;
        LockSupport.unpark(thread);
    }

    @Override
    public void follow(Command command, Follower follower) {
        var following = begin(command, follower);
        follower.begin(following.number);
        catchUp(following);
    }

    @Override
    public long last(Topic topic) {
        return events.numberBefore(topic, events.horizon(topic.organization()));
    }

    private Following begin(Command command, Follower follower) {
        var topic = command.topic();
        long horizon = events.horizon(topic.organization());
        if (command.after().isEmpty()) {
            return new Following(topic, follower, horizon, events.numberBefore(topic, horizon));
        }
        long after = command.after().getAsLong();
        long sequence = events.sequenceOf(topic, after, horizon).orElseThrow(() -> new BusinessException(lost(topic)));
        return new Following(topic, follower, sequence + 1, after);
    }

    private static ResumePointLost lost(Topic topic) {
        return new ResumePointLost(Channel.of(topic.kind()));
    }

    /** Checks the retention limit after each read: events deleted during the read would be missed silently. */
    private void catchUp(Following following) {
        boolean near = false;
        while (!near && following.follower.awaitRoom()) {
            long horizon = events.horizon(following.topic.organization());
            var page = events.read(Set.of(following.topic), following.position, horizon, PAGE);
            if (events.forgottenUntil(following.topic) >= following.position) {
                following.follower.lose(lost(following.topic));
                return;
            }
            page.forEach(following::deliver);
            near = page.size() < PAGE;
            if (near) {
                following.position = horizon;
            }
        }
        if (near) {
            joining.add(following);
            unpark();
        }
    }

    @Override
    public void leave() {
        followerLeft = true;
        unpark();
    }

    private void run() {
        while (!closed) {
            try {
                woken = false;
                advance();
                rest();
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "Events cannot be read; retrying", e);
                LockSupport.parkNanos(Outage.TRIED_AGAIN_AFTER.toNanos());
            }
        }
    }

    private void rest() {
        LockSupport.parkNanos(MIN_READ_INTERVAL.toNanos());
        if (!woken && !closed) {
            if (readings.isEmpty()) {
                LockSupport.park();
            } else {
                LockSupport.parkNanos(POLL_INTERVAL.toNanos());
            }
        }
    }

    private void advance() {
        removeGone();
        addJoining();
        readings.values().forEach(Reading::advance);
    }

    /** Followers whose events are numbered together, and so are read together. */
    private final class Reading {

        private final OrganizationId organization;
        private final Map<Topic, List<Following>> followings = new HashMap<>();
        private long position;

        Reading(Following first) {
            organization = first.topic.organization();
            position = first.position;
        }

        void add(Following next) {
            closeGap(next);
            followings.computeIfAbsent(next.topic, topic -> new ArrayList<>()).add(next);
        }

        /** Delivers what happened between the follower's last read and the position. */
        private void closeGap(Following next) {
            while (next.position < position) {
                var page = events.read(Set.of(next.topic), next.position, position, PAGE);
                page.forEach(next::deliver);
                if (page.size() < PAGE) {
                    next.position = position;
                }
            }
        }

        void advance() {
            long horizon = events.horizon(organization);
            boolean complete = position >= horizon;
            while (!complete) {
                var page = events.read(followings.keySet(), position, horizon, PAGE);
                page.forEach(this::deliver);
                complete = page.size() < PAGE;
                position = complete ? horizon : page.getLast().sequence() + 1;
            }
        }

        /** A follower that throws is dropped, so that the others still get the event. */
        private void deliver(Event event) {
            watch.delivered(event);
            for (var following : followings.get(event.topic())) {
                try {
                    following.deliver(event);
                } catch (RuntimeException e) {
                    LOG.log(Level.ERROR, "Event " + event.sequence() + " of " + event.topic() + " cannot be delivered", e);
                    following.follower.lose(lost(following.topic));
                }
            }
        }

        /** Answers whether nobody is left. */
        boolean removeGone() {
            followings.values().forEach(all -> all.removeIf(following -> following.follower.isGone()));
            followings.values().removeIf(List::isEmpty);
            return followings.isEmpty();
        }
    }

    private void removeGone() {
        if (followerLeft) {
            followerLeft = false;
            readings.values().removeIf(Reading::removeGone);
        }
    }

    private void addJoining() {
        for (var next = joining.peek(); next != null; next = joining.peek()) {
            if (!next.follower.isGone()) {
                var following = next;
                readings.computeIfAbsent(numberedWith(next.topic), first -> new Reading(following)).add(next);
            }
            joining.remove();
        }
        followed = !readings.isEmpty();
    }

    private Optional<OrganizationId> numberedWith(Topic topic) {
        return events.areNumberedTogether() ? Optional.empty() : Optional.of(topic.organization());
    }

    /** Stops the reader, then delivers everything committed so far. */
    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        try {
            advance();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "The last events could not be delivered", e);
        }
    }
}
