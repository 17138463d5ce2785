package dev.corridor.http.api.webhook;

import dev.corridor.application.webhook.ListAttempts;
import dev.corridor.application.webhook.ReplayEvents;
import dev.corridor.application.webhook.ResendMessage;
import dev.corridor.application.webhook.SendTestMessage;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.webhook.Attempt;
import dev.corridor.domain.webhook.AttemptId;
import dev.corridor.domain.webhook.EndpointId;
import dev.corridor.domain.webhook.MessageId;
import dev.corridor.http.access.RequestOrigin;
import dev.corridor.http.edge.idempotency.Idempotent;
import dev.corridor.http.edge.idempotency.IdempotentRequest;
import dev.corridor.http.edge.page.Cursor;
import dev.corridor.http.edge.page.ListResponse;
import dev.corridor.http.edge.page.PageParameters;
import dev.corridor.http.edge.route.Authenticated;
import dev.corridor.http.edge.route.Performs;
import dev.corridor.http.edge.route.RequiresPermission;
import dev.corridor.http.edge.wire.Parameter;
import dev.corridor.http.edge.wire.Spells;
import dev.corridor.http.edge.wire.Timestamp;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/v1/webhooks/endpoints/{endpointId}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Webhooks")
final class DeliveryController {

    private static final Cursor<AttemptId> ATTEMPTS = new Cursor<>("webhookAttempts", AttemptId::parse);

    private final ListAttempts listAttempts;
    private final ResendMessage resendMessage;
    private final ReplayEvents replayEvents;
    private final SendTestMessage sendTestMessage;

    DeliveryController(
            ListAttempts listAttempts, ResendMessage resendMessage, ReplayEvents replayEvents, SendTestMessage sendTestMessage) {
        this.listAttempts = listAttempts;
        this.resendMessage = resendMessage;
        this.replayEvents = replayEvents;
        this.sendTestMessage = sendTestMessage;
    }

    /** List the attempts to deliver messages to an endpoint, newest first. They are kept for seven days. */
    @Get("/attempts")
    @Performs(ListAttempts.class)
    @RequiresPermission(Permission.WEBHOOKS_READ)
    ListResponse<AttemptResponse> listWebhookAttempts(
            @Authenticated Caller caller, @Spells(EndpointId.class) String endpointId, @RequestBean PageParameters page) {
        var attempts = listAttempts.list(new ListAttempts.Command(caller, endpoint(endpointId), page.toPageRequest(ATTEMPTS)));
        return ListResponse.of(attempts, AttemptResponse::of, Attempt::id, ATTEMPTS);
    }

    /** Send a message to an endpoint again, under the same id, whether or not it was delivered. */
    @Post("/messages/{messageId}/resend")
    @Consumes(MediaType.ALL)
    @Performs(ResendMessage.class)
    @RequiresPermission(Permission.WEBHOOKS_WRITE)
    MessageResponse resendWebhookMessage(
            @Authenticated Caller caller,
            @RequestOrigin Origin origin,
            @Spells(EndpointId.class) String endpointId,
            @Spells(MessageId.class) String messageId,
            @Idempotent IdempotentRequest attempt) {
        var endpoint = endpoint(endpointId);
        var message = Parameter.parse("messageId", messageId, MessageId::parse);
        return attempt.answer(
                MessageResponse::of,
                once -> resendMessage.resend(new ResendMessage.Command(caller, endpoint, message, origin, once)));
    }

    /**
     * Send an endpoint the events of a period again that it subscribes to, as far as they are kept: seven days. Each has the id that it had before. A
     * new period takes the place of one that is not finished.
     */
    @Post("/replay")
    @Performs(ReplayEvents.class)
    @RequiresPermission(Permission.WEBHOOKS_WRITE)
    ReplayResponse replayWebhookEvents(
            @Authenticated Caller caller,
            @RequestOrigin Origin origin,
            @Spells(EndpointId.class) String endpointId,
            @Body ReplayRequest request,
            @Idempotent IdempotentRequest attempt) {
        var endpoint = endpoint(endpointId);
        return attempt.answer(
                ReplayResponse::of,
                once -> replayEvents.replay(new ReplayEvents.Command(
                        caller, endpoint, Timestamp.parse(request.from()), Timestamp.parse(request.until()), origin, once)));
    }

    /** Send an endpoint a message of the type `webhook_endpoint.test`, whatever it subscribes to. */
    @Post("/test")
    @Consumes(MediaType.ALL)
    @Performs(SendTestMessage.class)
    @RequiresPermission(Permission.WEBHOOKS_WRITE)
    MessageResponse testWebhookEndpoint(
            @Authenticated Caller caller, @RequestOrigin Origin origin, @Spells(EndpointId.class) String endpointId,
            @Idempotent IdempotentRequest attempt) {
        var endpoint = endpoint(endpointId);
        return attempt.answer(
                MessageResponse::of, once -> sendTestMessage.send(new SendTestMessage.Command(caller, endpoint, origin, once)));
    }

    private static EndpointId endpoint(String text) {
        return Parameter.parse("endpointId", text, EndpointId::parse);
    }
}
