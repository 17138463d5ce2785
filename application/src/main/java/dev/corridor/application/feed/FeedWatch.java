package dev.corridor.application.feed;

import dev.corridor.domain.feed.Event;

/** Watches what the feed delivers on this node, for its figures. */
@FunctionalInterface
public interface FeedWatch {

    /** An event is on its way to those who follow it. What a client catches up with is not told. */
    void delivered(Event event);
}
