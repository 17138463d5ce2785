package dev.corridor.client.api;

import dev.corridor.client.Listing;
import dev.corridor.client.Request;
import dev.corridor.client.Target;
import dev.corridor.client.model.ClosedConnection;
import dev.corridor.client.model.Connection;
import dev.corridor.client.model.Ticket;
import java.util.List;

public final class Feeds {

    private Feeds() {}

    /** List your organization's open WebSockets, on all nodes, newest first. Requires {@code feed:read}. */
    public static Listing<Connection> listConnections() {
        return Listing.of("/v1/connections", Connection.class);
    }

    /** Close a WebSocket of your organization, on whichever node it is. Requires {@code feed:write}. */
    public static Request<ClosedConnection> closeConnection(String connectionId) {
        return Request.of("DELETE", Target.path("/v1/connections/{connectionId}", connectionId), ClosedConnection.class);
    }

    /** Get a ticket that opens one WebSocket from your address within 30 seconds, in the query instead of a key. Requires {@code feed:read}. */
    public static Request<Ticket> issueTicket() {
        return Request.of("POST", "/v1/realtime/tickets", Ticket.class);
    }
}
