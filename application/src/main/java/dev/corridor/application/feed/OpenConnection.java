package dev.corridor.application.feed;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.IpAddress;
import dev.corridor.domain.feed.Connection;
import dev.corridor.domain.feed.FeedError.ConnectionLimitExceeded;

/** Counts a connection against what the caller's tier allows. */
public interface OpenConnection {

    @Refuses(ConnectionLimitExceeded.class)
    Connection open(Command command);

    record Command(Caller caller, IpAddress from) {}
}
