package dev.corridor.http.feed;

import dev.corridor.application.maintenance.RequireService;
import dev.corridor.domain.access.AccessError.MissingApiKey;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.access.Tier;
import dev.corridor.domain.error.BusinessException;
import dev.corridor.http.access.AccessRechecks;
import dev.corridor.http.edge.dialect.DialectChoice;
import dev.corridor.http.edge.route.ReadsQuery;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;

/**
 * NexusGlass's three WebSockets. They have the same content, and differ in the tier that they require. They always upgrade, and report refusals in a
 * frame. Source: the NexusGlass contract, "WebSocket" and AUTH_FAILED.
 */
@Hidden
@Controller("/ws")
@ExecuteOn(TaskExecutors.BLOCKING)
final class FastFeedController {

    private static final String TOKEN = "token";

    private final Handshake handshake;
    private final RequireService requireService;
    private final AccessRechecks admissions;
    private final LiveConnections connections;
    private final WebSockets webSockets;
    private final FastFeedProtocol fastFeed;

    FastFeedController(
            Handshake handshake,
            RequireService requireService,
            AccessRechecks admissions,
            LiveConnections connections,
            WebSockets webSockets,
            FastFeedProtocol fastFeed) {
        this.handshake = handshake;
        this.requireService = requireService;
        this.admissions = admissions;
        this.connections = connections;
        this.webSockets = webSockets;
        this.fastFeed = fastFeed;
    }

    @Get(uris = {"/", "/nexus-bridge"})
    @ReadsQuery({TOKEN, DialectChoice.PARAMETER, FastFeedProtocol.SYMBOL, FastFeedProtocol.SYMBOLS, FastFeedProtocol.EVENTS})
    HttpResponse<?> open(HttpRequest<?> request) {
        return handshake.refusal(request).orElseGet(() -> answer(request, Tier.STREAM));
    }

    @Get("/fastfeed")
    @ReadsQuery({TOKEN, DialectChoice.PARAMETER, FastFeedProtocol.SYMBOL, FastFeedProtocol.SYMBOLS, FastFeedProtocol.EVENTS})
    HttpResponse<?> openFast(HttpRequest<?> request) {
        return handshake.refusal(request).orElseGet(() -> answer(request, Tier.PULSE));
    }

    private HttpResponse<?> answer(HttpRequest<?> request, Tier tier) {
        var opening = ConnectionDialects.of(request);
        try {
            requireService.require();
            var token = request.getParameters().get(TOKEN, String.class).orElseThrow(() -> new BusinessException(new MissingApiKey()));
            var admission = admissions.admit(token, request);
            admission.caller().require(Permission.FEED_READ);
            admission.caller().require(tier);
            var wishes = FastFeedProtocol.Wishes.of(request);
            var live = connections.open(admission, WebSockets.channelOf(request), error -> fastFeed.refusal(error, opening));
            return webSockets.accept(request, live.outgoing(), fastFeed.conversation(live, wishes, opening));
        } catch (BusinessException refusal) {
            var outgoing = new OutgoingQueue(WebSockets.channelOf(request));
            return webSockets.accept(request, outgoing, fastFeed.farewell(outgoing, refusal.error(), opening));
        }
    }
}
