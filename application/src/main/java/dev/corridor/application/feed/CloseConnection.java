package dev.corridor.application.feed;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.feed.ConnectionId;
import dev.corridor.domain.feed.FeedError.ConnectionNotFound;

/** Closes a connection of the caller's organization, on any node. It stops counting against limits immediately. */
public interface CloseConnection {

    @Refuses(ConnectionNotFound.class)
    void close(Command command);

    record Command(Caller caller, ConnectionId connection) {}
}
