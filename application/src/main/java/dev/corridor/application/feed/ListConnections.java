package dev.corridor.application.feed;

import dev.corridor.application.Refuses;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.feed.Connection;
import java.util.List;

/** Answers the connections that the caller's organization has open, on all nodes, the oldest first. There are no more than its keys' tiers allow. */
public interface ListConnections {

    @Refuses({})
    List<Connection> list(Command command);

    record Command(Caller caller) {}
}
