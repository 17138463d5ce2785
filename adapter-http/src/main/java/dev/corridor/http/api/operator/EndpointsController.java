package dev.corridor.http.api.operator;

import dev.corridor.application.idempotency.Once;
import dev.corridor.application.webhook.ListEndpoints;
import dev.corridor.application.webhook.ReplayEvents;
import dev.corridor.application.webhook.ResendMessage;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.webhook.Endpoint;
import dev.corridor.domain.webhook.EndpointId;
import dev.corridor.domain.webhook.MessageId;
import dev.corridor.http.access.RequestOrigin;
import dev.corridor.http.api.webhook.EndpointResponse;
import dev.corridor.http.api.webhook.MessageResponse;
import dev.corridor.http.api.webhook.ReplayRequest;
import dev.corridor.http.api.webhook.ReplayResponse;
import dev.corridor.http.edge.page.Cursor;
import dev.corridor.http.edge.page.ListResponse;
import dev.corridor.http.edge.page.PageParameters;
import dev.corridor.http.edge.route.Performs;
import dev.corridor.http.edge.wire.Parameter;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.context.annotation.Requires;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.Hidden;

/** The webhook endpoints of an organization, and what is sent to them again. */
@Hidden
@Requires(property = OperatorApi.PORT)
@Controller(value = OperatorApi.PATH + "/organizations/{organizationId}/webhooks/endpoints", port = OperatorApi.ON_ITS_PORT)
@ExecuteOn(TaskExecutors.BLOCKING)
final class EndpointsController {

    private static final Cursor<EndpointId> ENDPOINTS = new Cursor<>("webhookEndpoints", EndpointId::parse);

    private final ListEndpoints listEndpoints;
    private final ReplayEvents replayEvents;
    private final ResendMessage resendMessage;

    EndpointsController(ListEndpoints listEndpoints, ReplayEvents replayEvents, ResendMessage resendMessage) {
        this.listEndpoints = listEndpoints;
        this.replayEvents = replayEvents;
        this.resendMessage = resendMessage;
    }

    /** List an organization's endpoints, newest first. */
    @Get
    @Performs(ListEndpoints.class)
    ListResponse<EndpointResponse> listEndpoints(OnDuty onDuty, String organizationId, @RequestBean PageParameters page) {
        var caller = onDuty.callerFor(Paths.organization(organizationId));
        var endpoints = listEndpoints.list(new ListEndpoints.Command(caller, page.toPageRequest(ENDPOINTS)));
        return ListResponse.of(endpoints, EndpointResponse::of, Endpoint::id, ENDPOINTS);
    }

    /** Send an endpoint the events of a period again. */
    @Post("/{endpointId}/replay")
    @Performs(ReplayEvents.class)
    ReplayResponse replay(
            OnDuty onDuty, @RequestOrigin Origin origin, String organizationId, String endpointId, @Body ReplayRequest request) {
        var caller = onDuty.callerFor(Paths.organization(organizationId));
        return ReplayResponse.of(replayEvents.replay(new ReplayEvents.Command(
                caller, endpoint(endpointId), Timestamp.parse(request.from()), Timestamp.parse(request.until()), origin, Once.eachTime())));
    }

    /** Send an endpoint a message again. */
    @Post("/{endpointId}/messages/{messageId}/resend")
    @Consumes(MediaType.ALL)
    @Performs(ResendMessage.class)
    MessageResponse resend(OnDuty onDuty, @RequestOrigin Origin origin, String organizationId, String endpointId, String messageId) {
        var caller = onDuty.callerFor(Paths.organization(organizationId));
        var message = Parameter.parse("messageId", messageId, MessageId::parse);
        return MessageResponse.of(
                resendMessage.resend(new ResendMessage.Command(caller, endpoint(endpointId), message, origin, Once.eachTime())));
    }

    private static EndpointId endpoint(String text) {
        return Parameter.parse("endpointId", text, EndpointId::parse);
    }
}
