package dev.corridor.http.feed;

import dev.corridor.application.feed.OpenConnection;
import dev.corridor.domain.access.Permission;
import dev.corridor.http.access.AccessRechecks;
import dev.corridor.http.access.KeyInQuery;
import dev.corridor.http.edge.dialect.DialectChoice;
import dev.corridor.http.edge.route.Performs;
import dev.corridor.http.edge.route.ReadsQuery;
import dev.corridor.http.edge.route.RequiresPermission;
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

    static final String API_KEY = "api_key";

    private final Handshake handshake;
    private final AccessRechecks admissions;
    private final LiveConnections connections;
    private final WebSockets webSockets;
    private final RealtimeProtocol realtime;

    RealtimeController(
            Handshake handshake,
            AccessRechecks admissions,
            LiveConnections connections,
            WebSockets webSockets,
            RealtimeProtocol realtime) {
        this.handshake = handshake;
        this.admissions = admissions;
        this.connections = connections;
        this.webSockets = webSockets;
        this.realtime = realtime;
    }

    /** Open a WebSocket to subscribe to channels. A ticket, or the key, may be the query parameter api_key. */
    @Get
    @ApiResponse(responseCode = "101", description = "The connection is a WebSocket from here on")
    @Performs(OpenConnection.class)
    @RequiresPermission(Permission.FEED_READ)
    @KeyInQuery(RealtimeController.API_KEY)
    @ReadsQuery({RealtimeController.API_KEY, DialectChoice.PARAMETER})
    HttpResponse<?> openRealtimeFeed(HttpRequest<?> request) {
        return handshake.refusal(request).orElseGet(() -> open(request));
    }

    private HttpResponse<?> open(HttpRequest<?> request) {
        var opening = ConnectionDialects.of(request);
        var live = connections.open(
                admissions.of(request), WebSockets.channelOf(request), error -> realtime.refusal(error, opening));
        return webSockets.accept(request, live.outgoing(), realtime.conversation(live, opening));
    }
}
