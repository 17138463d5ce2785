package dev.corridor.application.feed;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.IpAddress;
import dev.corridor.domain.feed.Connection;
import dev.corridor.domain.feed.FeedError.ConnectionLimitExceeded;

/** Registers a connection, within the limit of the caller's tier. */
public interface OpenConnection {

    @Refuses(ConnectionLimitExceeded.class)
    Connection open(Command command);

    record Command(Caller caller, IpAddress from) {}
}
