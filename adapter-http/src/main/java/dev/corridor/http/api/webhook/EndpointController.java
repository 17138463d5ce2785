package dev.corridor.http.api.webhook;

import dev.corridor.application.webhook.ChangeEndpoint;
import dev.corridor.application.webhook.CreateEndpoint;
import dev.corridor.application.webhook.DeleteEndpoint;
import dev.corridor.application.webhook.GetEndpoint;
import dev.corridor.application.webhook.GetEndpointSecret;
import dev.corridor.application.webhook.ListEndpoints;
import dev.corridor.application.webhook.RotateEndpointSecret;
import dev.corridor.domain.access.Caller;
import dev.corridor.domain.access.Permission;
import dev.corridor.domain.audit.Origin;
import dev.corridor.domain.webhook.Endpoint;
import dev.corridor.domain.webhook.EndpointId;
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
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;

@Controller("/v1/webhooks/endpoints")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "Webhooks")
final class EndpointController {

    private static final Cursor<EndpointId> ENDPOINTS = new Cursor<>("webhookEndpoints", EndpointId::parse);

    private final CreateEndpoint createEndpoint;
    private final ListEndpoints listEndpoints;
    private final GetEndpoint getEndpoint;
    private final ChangeEndpoint changeEndpoint;
    private final DeleteEndpoint deleteEndpoint;
    private final GetEndpointSecret getEndpointSecret;
    private final RotateEndpointSecret rotateEndpointSecret;

    EndpointController(
            CreateEndpoint createEndpoint,
            ListEndpoints listEndpoints,
            GetEndpoint getEndpoint,
            ChangeEndpoint changeEndpoint,
            DeleteEndpoint deleteEndpoint,
            GetEndpointSecret getEndpointSecret,
            RotateEndpointSecret rotateEndpointSecret) {
        this.createEndpoint = createEndpoint;
        this.listEndpoints = listEndpoints;
        this.getEndpoint = getEndpoint;
        this.changeEndpoint = changeEndpoint;
        this.deleteEndpoint = deleteEndpoint;
        this.getEndpointSecret = getEndpointSecret;
        this.rotateEndpointSecret = rotateEndpointSecret;
    }

    /** Create an endpoint. It receives the events that happen from then on, as requests signed with its secret. */
    @Post
    @Performs(CreateEndpoint.class)
    @RequiresPermission(Permission.WEBHOOKS_WRITE)
    EndpointResponse createWebhookEndpoint(
            @Authenticated Caller caller, @RequestOrigin Origin origin, @Body EndpointRequest request, @Idempotent IdempotentRequest attempt) {
        return attempt.answer(
                EndpointResponse::of,
                once -> createEndpoint.create(new CreateEndpoint.Command(caller, request.toTerms(), origin, once)));
    }

    /** List your endpoints, newest first. */
    @Get
    @Performs(ListEndpoints.class)
    @RequiresPermission(Permission.WEBHOOKS_READ)
    ListResponse<EndpointResponse> listWebhookEndpoints(@Authenticated Caller caller, @RequestBean PageParameters page) {
        var endpoints = listEndpoints.list(new ListEndpoints.Command(caller, page.toPageRequest(ENDPOINTS)));
        return ListResponse.of(endpoints, EndpointResponse::of, Endpoint::id, ENDPOINTS);
    }

    /** Read an endpoint. */
    @Get("/{endpointId}")
    @Performs(GetEndpoint.class)
    @RequiresPermission(Permission.WEBHOOKS_READ)
    EndpointResponse getWebhookEndpoint(@Authenticated Caller caller, @Spells(EndpointId.class) String endpointId) {
        return EndpointResponse.of(getEndpoint.get(new GetEndpoint.Command(caller, id(endpointId))));
    }

    /** Change an endpoint. If it was failing, it is tried again at once. While it is disabled, events wait for it for seven days. */
    @Patch("/{endpointId}")
    @Performs(ChangeEndpoint.class)
    @RequiresPermission(Permission.WEBHOOKS_WRITE)
    EndpointResponse changeWebhookEndpoint(
            @Authenticated Caller caller,
            @RequestOrigin Origin origin,
            @Spells(EndpointId.class) String endpointId,
            @Body EndpointChangeRequest request,
            @Idempotent IdempotentRequest attempt) {
        var endpoint = id(endpointId);
        return attempt.answer(
                EndpointResponse::of,
                once -> changeEndpoint.change(new ChangeEndpoint.Command(caller, endpoint, request::applyTo, origin, once)));
    }

    /** Delete an endpoint. Requests that are on their way may still arrive. */
    @Delete("/{endpointId}")
    @Consumes(MediaType.ALL)
    @Performs(DeleteEndpoint.class)
    @RequiresPermission(Permission.WEBHOOKS_WRITE)
    DeletedEndpointResponse deleteWebhookEndpoint(
            @Authenticated Caller caller, @RequestOrigin Origin origin, @Spells(EndpointId.class) String endpointId,
            @Idempotent IdempotentRequest attempt) {
        var endpoint = id(endpointId);
        return attempt.answer(
                DeletedEndpointResponse::of,
                once -> deleteEndpoint.delete(new DeleteEndpoint.Command(caller, endpoint, origin, once)));
    }

    /** Read the secret that verifies an endpoint's messages. */
    @Get("/{endpointId}/secret")
    @Performs(GetEndpointSecret.class)
    @RequiresPermission(Permission.WEBHOOK_SECRETS_READ)
    EndpointSecretResponse getWebhookEndpointSecret(@Authenticated Caller caller, @Spells(EndpointId.class) String endpointId) {
        return EndpointSecretResponse.of(getEndpointSecret.get(new GetEndpointSecret.Command(caller, id(endpointId))));
    }

    /** Rotate an endpoint's secret. For 24 hours, messages have the signatures of both the new and the old one. */
    @Post("/{endpointId}/secret/rotate")
    @Consumes(MediaType.ALL)
    @Performs(RotateEndpointSecret.class)
    @RequiresPermission(Permission.WEBHOOKS_WRITE)
    EndpointResponse rotateWebhookEndpointSecret(
            @Authenticated Caller caller, @RequestOrigin Origin origin, @Spells(EndpointId.class) String endpointId,
            @Idempotent IdempotentRequest attempt) {
        var endpoint = id(endpointId);
        return attempt.answer(
                EndpointResponse::of,
                once -> rotateEndpointSecret.rotate(new RotateEndpointSecret.Command(caller, endpoint, origin, once)));
    }

    private static EndpointId id(String text) {
        return Parameter.parse("endpointId", text, EndpointId::parse);
    }
}
