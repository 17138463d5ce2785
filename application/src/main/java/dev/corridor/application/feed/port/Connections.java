package dev.corridor.application.feed.port;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.domain.feed.Connection;
import dev.corridor.domain.feed.ConnectionId;
import dev.corridor.domain.organization.OrganizationId;
import java.util.Set;
import java.util.UUID;

/**
 * The connections of all nodes. What a holder has is counted exactly, however many ask at once and wherever. A node holds its connections for as long
 * as it says that it does: those of one that has died end by themselves within {@link #LEASE_SECONDS}.
 */
public interface Connections {

    int LEASE_SECONDS = 30;

    /** Adds it, unless its holder has that many already. */
    boolean open(Connection connection, UUID node, int limit);

    /** Adds to the subscriptions of a connection, unless its holder would have more than that many. */
    boolean subscribe(Connection connection, int more, int limit);

    void unsubscribe(Connection connection, int fewer);

    /** It has ended. */
    void end(Connection connection);

    /**
     * Holds connections for another while.
     *
     * @param open those that the node has
     * @return those of them that nobody has closed
     */
    Set<ConnectionId> hold(UUID node, Set<ConnectionId> open);

    /** Those of the organization that are open, newest first. */
    Page<Connection> page(OrganizationId organization, PageRequest<ConnectionId> request);

    /** Takes it out, and lets the node that holds it know; false if there is none. */
    boolean close(OrganizationId organization, ConnectionId id);
}
