package dev.corridor.application.feed;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.feed.Connection;
import dev.corridor.domain.feed.ConnectionId;

/** Lists the open connections of the caller's organization on all nodes, newest first. */
public interface ListConnections {

    @Refuses({})
    Page<Connection> list(Command command);

    record Command(Caller caller, PageRequest<ConnectionId> page) {}
}
