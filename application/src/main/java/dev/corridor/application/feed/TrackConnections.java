package dev.corridor.application.feed;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.feed.Connection;
import dev.corridor.domain.feed.ConnectionId;
import dev.corridor.domain.feed.FeedError.SubscriptionLimitExceeded;
import java.util.Set;

/** Registers what happens to the connections of this node. */
public interface TrackConnections {

    /** Adds subscriptions, within the limit of the caller's tier over all of its connections. */
    @Refuses(SubscriptionLimitExceeded.class)
    void subscribe(Caller caller, Connection connection, int more);

    void unsubscribe(Connection connection, int fewer);

    void end(Connection connection);

    /** Renews the leases of open connections; call every few seconds. Returns those that have not been closed remotely. */
    Set<ConnectionId> hold(Set<ConnectionId> open);
}
