package dev.corridor.application.feed;

import dev.corridor.application.feed.port.Events;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.feed.Event;
import dev.corridor.domain.feed.FeedError.ResumePointLost;
import dev.corridor.domain.feed.Topic;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * One reader for all who follow on this node. It reads what has happened when somebody says that something has, and now and then, because other nodes
 * say nothing; while nobody follows it rests.
 *
 * <p>The past is read by whoever wants to know it, page by page and no faster than they can take it. Who has come near the present joins at a
 * sequence below which they know everything, and the reader closes what gap there is before it goes on with them: so nothing is missed and nothing told twice.
 */
public final class EventFeed implements FollowEvents, AutoCloseable {

    private static final Logger LOG = System.getLogger(EventFeed.class.getName());

    private static final int PAGE = 500;

    /** Between two readings. A crowd of commits would have it do nothing else. */
    private static final Duration BREATH = Duration.ofMillis(5);

    /** How late an event of another node may be. */
    private static final Duration PATIENCE = Duration.ofMillis(100);

    private static final Duration AFTER_A_FAILURE = Duration.ofMillis(500);

    private final Events events;
    private final Thread thread;
    private final Queue<Following> joining = new ConcurrentLinkedQueue<>();
    private volatile boolean woken;
    private volatile boolean followed;
    private volatile boolean somebodyLeft;
    private volatile boolean closed;

    /** Of the reader alone: who is told of what, and below which sequence they know everything. */
    private final Map<Topic, List<Following>> followings = new HashMap<>();

    private long position;

    public EventFeed(Events events) {
        this.events = events;
        this.thread = Thread.ofPlatform().name("event-feed").daemon().unstarted(this::run);
    }

    public EventFeed start() {
        thread.start();
        return this;
    }

    /** One who follows a topic, and how far they are. */
    private static final class Following {

        private final Topic topic;
        private final Follower follower;

        /** Everything below it is told. */
        private long position;

        private long previous;

        private Following(Topic topic, Follower follower, long position, long previous) {
            this.topic = topic;
            this.follower = follower;
            this.position = position;
            this.previous = previous;
        }

        private void tell(Event event) {
            if (event.sequence() >= position) {
                follower.next(event, previous);
                previous = event.sequence();
                position = previous + 1;
            }
        }
    }

    /** Something has happened on this node. */
    public void wake() {
        if (followed && !woken) {
            rouse();
        }
    }

    private void rouse() {
        woken = true;
        LockSupport.unpark(thread);
    }

    @Override
    public void follow(Command command, Follower follower) {
        var following = begin(command, follower);
        follower.begin(following.previous);
        catchUp(following);
    }

    @Override
    public long last(Topic topic) {
        return events.lastBefore(topic, events.horizon());
    }

    private Following begin(Command command, Follower follower) {
        var topic = command.topic();
        long horizon = events.horizon();
        if (command.after().isEmpty()) {
            return new Following(topic, follower, horizon, events.lastBefore(topic, horizon));
        }
        long after = command.after().getAsLong();
        if (after >= horizon || after < events.forgottenUntil(topic)) {
            throw new BusinessException(new ResumePointLost(after));
        }
        return new Following(topic, follower, after + 1, events.lastBefore(topic, after + 1));
    }

    /** What is forgotten while it is read would be missed without anybody noticing. */
    private void catchUp(Following following) {
        boolean near = false;
        while (!near && following.follower.awaitRoom()) {
            long horizon = events.horizon();
            var page = events.read(Set.of(following.topic), following.position, horizon, PAGE);
            if (events.forgottenUntil(following.topic) >= following.position) {
                following.follower.lose(new ResumePointLost(following.position - 1));
                return;
            }
            page.forEach(following::tell);
            near = page.size() < PAGE;
            if (near) {
                following.position = horizon;
            }
        }
        if (near) {
            joining.add(following);
            rouse();
        }
    }

    @Override
    public void leave() {
        somebodyLeft = true;
        rouse();
    }

    private void run() {
        while (!closed) {
            try {
                woken = false;
                advance();
                rest();
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "Events cannot be read for now", e);
                LockSupport.parkNanos(AFTER_A_FAILURE.toNanos());
            }
        }
    }

    private void rest() {
        LockSupport.parkNanos(BREATH.toNanos());
        if (!woken && !closed) {
            if (followings.isEmpty()) {
                LockSupport.park();
            } else {
                LockSupport.parkNanos(PATIENCE.toNanos());
            }
        }
    }

    private void advance() {
        letGo();
        letIn();
        if (followings.isEmpty()) {
            return;
        }
        long horizon = events.horizon();
        boolean complete = position >= horizon;
        while (!complete) {
            var page = events.read(followings.keySet(), position, horizon, PAGE);
            page.forEach(this::tell);
            complete = page.size() < PAGE;
            position = complete ? horizon : page.getLast().sequence() + 1;
        }
    }

    /** Whoever cannot be told is let go, so that the others are. */
    private void tell(Event event) {
        for (var following : followings.get(event.topic())) {
            try {
                following.tell(event);
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "Event " + event.sequence() + " of " + event.topic() + " cannot be told", e);
                following.follower.lose(new ResumePointLost(following.position - 1));
            }
        }
    }

    private void letGo() {
        if (somebodyLeft) {
            somebodyLeft = false;
            followings.values().forEach(all -> all.removeIf(following -> following.follower.isGone()));
            followings.values().removeIf(List::isEmpty);
        }
    }

    private void letIn() {
        for (var next = joining.peek(); next != null; next = joining.peek()) {
            if (!next.follower.isGone()) {
                if (followings.isEmpty()) {
                    position = next.position;
                }
                closeGap(next);
                followings.computeIfAbsent(next.topic, topic -> new ArrayList<>()).add(next);
            }
            joining.remove();
        }
        followed = !followings.isEmpty();
    }

    /** Whoever joins has read up to a moment ago. */
    private void closeGap(Following next) {
        while (next.position < position) {
            var page = events.read(Set.of(next.topic), next.position, position, PAGE);
            page.forEach(next::tell);
            if (page.size() < PAGE) {
                next.position = position;
            }
        }
    }

    /** Tells of everything that has happened by now, and ends. */
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
            LOG.log(Level.WARNING, "The last events could not be told", e);
        }
    }
}
