package dev.corridor.http.feed;

import dev.corridor.application.feed.CloseConnection;
import dev.corridor.application.feed.ListConnections;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.feed.Connection;
import dev.corridor.domain.feed.ConnectionId;
import dev.corridor.http.edge.page.Cursor;
import dev.corridor.http.edge.page.ListResponse;
import dev.corridor.http.edge.page.PageParameters;
import dev.corridor.http.edge.route.Authenticated;
import dev.corridor.http.edge.route.Performs;
import dev.corridor.http.edge.route.RequiresPermission;
import dev.corridor.http.edge.wire.Parameter;
import dev.corridor.http.edge.wire.Spells;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/v1/connections")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Feed")
final class ConnectionController {

    private static final Cursor<ConnectionId> CONNECTIONS = new Cursor<>("connections", ConnectionId::parse);

    private final ListConnections listConnections;
    private final CloseConnection closeConnection;

    ConnectionController(ListConnections listConnections, CloseConnection closeConnection) {
        this.listConnections = listConnections;
        this.closeConnection = closeConnection;
    }

    /** List your organization's open WebSockets, on all nodes, newest first. */
    @Get
    @Performs(ListConnections.class)
    @RequiresPermission(Permission.FEED_READ)
    ListResponse<ConnectionResponse> listConnections(@Authenticated Caller caller, @RequestBean PageParameters page) {
        var connections = listConnections.list(new ListConnections.Command(caller, page.toPageRequest(CONNECTIONS)));
        return ListResponse.of(connections, ConnectionResponse::of, Connection::id, CONNECTIONS);
    }

    /** Close a WebSocket of your organization, on whichever node it is. */
    @Delete("/{connectionId}")
    @Consumes(MediaType.ALL)
    @Performs(CloseConnection.class)
    @RequiresPermission(Permission.FEED_WRITE)
    ClosedConnectionResponse closeConnection(@Authenticated Caller caller, @Spells(ConnectionId.class) String connectionId) {
        var id = Parameter.parse("connectionId", connectionId, ConnectionId::parse);
        closeConnection.close(new CloseConnection.Command(caller, id));
        return ClosedConnectionResponse.of(id);
    }
}
