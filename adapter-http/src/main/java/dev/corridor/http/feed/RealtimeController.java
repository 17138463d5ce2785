package dev.corridor.http.feed;

import dev.corridor.application.feed.OpenConnection;
import dev.corridor.domain.access.Permission;
import dev.corridor.http.access.Admissions;
import dev.corridor.http.access.KeyInQuery;
import dev.corridor.http.access.Needs;
import dev.corridor.http.edge.openapi.Performs;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/v1/realtime")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Feed")
final class RealtimeController {

    private final Admissions admissions;
    private final LiveConnections connections;
    private final WebSockets webSockets;
    private final Realtime realtime;

    RealtimeController(Admissions admissions, LiveConnections connections, WebSockets webSockets, Realtime realtime) {
        this.admissions = admissions;
        this.connections = connections;
        this.webSockets = webSockets;
        this.realtime = realtime;
    }

    /** Open a WebSocket, and subscribe there to what happens. A key may also come as the query parameter api_key. */
    @Get
    @ApiResponse(responseCode = "101", description = "The connection is a WebSocket from here on")
    @Performs(OpenConnection.class)
    @Needs(Permission.FEED_READ)
    @KeyInQuery("api_key")
    HttpResponse<?> openRealtimeFeed(HttpRequest<?> request) {
        Handshake.require(request);
        var opening = Openings.of(request);
        var live = connections.open(
                admissions.of(request), WebSockets.channelOf(request), error -> realtime.refusal("error", error, opening));
        return webSockets.accept(request, live.outgoing(), realtime.conversation(live, opening));
    }
}
