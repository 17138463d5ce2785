package dev.corridor.application.feed;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.IpAddress;
import dev.corridor.domain.feed.Connection;
import dev.corridor.domain.feed.FeedError.ConnectionLimitExceeded;

/**
 * Registers a connection, within the limit of the caller's tier. If the limit is reached, the connections that give no sign of life within
 * two seconds stop counting: those whose client or node is gone.
 */
public interface OpenConnection {

    @Refuses(ConnectionLimitExceeded.class)
    Connection open(Command command);

    record Command(Caller caller, IpAddress from) {}
}
