package dev.corridor.application.feed;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.feed.Connection;
import dev.corridor.domain.feed.ConnectionId;
import dev.corridor.domain.feed.FeedError.SubscriptionLimitExceeded;
import java.util.Set;

/** What a node says about the connections that it holds. */
public interface TrackConnections {

    /** Counts subscriptions against what the caller's tier allows, over all of their connections. */
    @Refuses(SubscriptionLimitExceeded.class)
    void subscribe(Caller caller, Connection connection, int more);

    void unsubscribe(Connection connection, int fewer);

    void end(Connection connection);

    /** To be said every few seconds of those that are open. Answers which of them nobody has closed. */
    Set<ConnectionId> hold(Set<ConnectionId> open);
}
