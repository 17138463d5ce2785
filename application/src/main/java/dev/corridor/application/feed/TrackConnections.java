package dev.corridor.application.feed;

import dev.corridor.application.Refuses;
import dev.corridor.application.feed.port.Connections;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.feed.Connection;
import dev.corridor.domain.feed.ConnectionId;
import dev.corridor.domain.feed.FeedError.SubscriptionLimitExceeded;
import java.util.Set;

/** Registers what happens to the connections of this node. */
public interface TrackConnections {

    /** How long a client that is asked for a sign of life has for it, in seconds. */
    int QUESTION_SECONDS = Connections.QUESTION_SECONDS;

    /** Adds subscriptions, within the limit of the caller's tier over all of its connections. */
    @Refuses(SubscriptionLimitExceeded.class)
    void subscribe(Caller caller, Connection connection, int more);

    void unsubscribe(Connection connection, int fewer);

    void end(Connection connection);

    /** Registers a sign of life of a questioned connection; false if it came too late, and the connection counts no more. */
    boolean confirm(Connection connection);

    /** Renews the leases of open connections; call every few seconds. Returns those that have not been closed remotely. */
    Set<ConnectionId> hold(Set<ConnectionId> open);
}
