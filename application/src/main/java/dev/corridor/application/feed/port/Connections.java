package dev.corridor.application.feed.port;

import dev.corridor.application.Page;
import dev.corridor.application.PageRequest;
import dev.corridor.domain.feed.Connection;
import dev.corridor.domain.feed.ConnectionId;
import dev.corridor.domain.organization.OrganizationId;
import java.util.Set;
import java.util.UUID;

/**
 * The registry of connections on all nodes. Limits are exact under concurrency. A node holds its connections by lease: those of a crashed
 * node expire within {@link #LEASE_SECONDS}.
 */
public interface Connections {

    int LEASE_SECONDS = 30;

    /** How long a questioned connection has for a sign of life, in seconds. */
    int QUESTION_SECONDS = 2;

    /** Adds it; false if its holder already has {@code limit} connections. */
    boolean open(Connection connection, UUID node, int limit);

    /**
     * Questions the connections of this one's holder: their leases now end within {@link #QUESTION_SECONDS}, unless their nodes {@link
     * #confirm} them after a sign of life.
     */
    void question(Connection newcomer);

    /** Whether some connection of its holder is questioned and can still be confirmed. */
    boolean isQuestioned(Connection newcomer);

    /** Renews the lease of a questioned connection; false if it has ended. */
    boolean confirm(Connection connection);

    /** Adds subscriptions; false if its holder would have more than {@code limit}. */
    boolean subscribe(Connection connection, int more, int limit);

    void unsubscribe(Connection connection, int fewer);

    void end(Connection connection);

    /**
     * Renews leases, but not of questioned connections.
     *
     * @param open the node's connections
     * @return those that have not been closed remotely
     */
    Set<ConnectionId> hold(UUID node, Set<ConnectionId> open);

    /** Newest first. */
    Page<Connection> page(OrganizationId organization, PageRequest<ConnectionId> request);

    /** Removes the connection and notifies its node; false if there is none. */
    boolean close(OrganizationId organization, ConnectionId id);
}
