package dev.corridor.client.api;

import dev.corridor.client.Listing;
import dev.corridor.client.Request;
import dev.corridor.client.Target;
import dev.corridor.client.model.Attempt;
import dev.corridor.client.model.DeletedEndpoint;
import dev.corridor.client.model.Endpoint;
import dev.corridor.client.model.EndpointChangeRequest;
import dev.corridor.client.model.EndpointRequest;
import dev.corridor.client.model.EndpointSecret;
import dev.corridor.client.model.Message;
import dev.corridor.client.model.Replay;
import dev.corridor.client.model.ReplayRequest;
import java.util.List;

public final class Webhooks {

    private Webhooks() {}

    /** List your endpoints, newest first. Requires {@code webhooks:read}. */
    public static Listing<Endpoint> listWebhookEndpoints() {
        return Listing.of("/v1/webhooks/endpoints", Endpoint.class);
    }

    /** Create an endpoint. Requires {@code webhooks:write}. */
    public static Request<Endpoint> createWebhookEndpoint(EndpointRequest body) {
        return Request.once("POST", "/v1/webhooks/endpoints", Endpoint.class).body(body);
    }

    /** Read an endpoint. Requires {@code webhooks:read}. */
    public static Request<Endpoint> getWebhookEndpoint(String endpointId) {
        return Request.of("GET", Target.path("/v1/webhooks/endpoints/{endpointId}", endpointId), Endpoint.class);
    }

    /** Delete an endpoint. Requires {@code webhooks:write}. */
    public static Request<DeletedEndpoint> deleteWebhookEndpoint(String endpointId) {
        return Request.once("DELETE", Target.path("/v1/webhooks/endpoints/{endpointId}", endpointId), DeletedEndpoint.class);
    }

    /** Change an endpoint. Requires {@code webhooks:write}. */
    public static Request<Endpoint> changeWebhookEndpoint(String endpointId, EndpointChangeRequest body) {
        return Request.once("PATCH", Target.path("/v1/webhooks/endpoints/{endpointId}", endpointId), Endpoint.class).body(body);
    }

    /** List the attempts to deliver messages to an endpoint, newest first. Requires {@code webhooks:read}. */
    public static Listing<Attempt> listWebhookAttempts(String endpointId) {
        return Listing.of(Target.path("/v1/webhooks/endpoints/{endpointId}/attempts", endpointId), Attempt.class);
    }

    /** Send a message to an endpoint again, under the same id, whether or not it was delivered. Requires {@code webhooks:write}. */
    public static Request<Message> resendWebhookMessage(String endpointId, String messageId) {
        return Request.once("POST", Target.path("/v1/webhooks/endpoints/{endpointId}/messages/{messageId}/resend", endpointId, messageId),
                Message.class);
    }

    /** Send an endpoint the events of a period again that it subscribes to, as far as they are kept: seven days. Requires {@code webhooks:write}. */
    public static Request<Replay> replayWebhookEvents(String endpointId, ReplayRequest body) {
        return Request.once("POST", Target.path("/v1/webhooks/endpoints/{endpointId}/replay", endpointId), Replay.class).body(body);
    }

    /** Read the secret that verifies an endpoint's messages. Requires {@code webhook-secrets:read}. */
    public static Request<EndpointSecret> getWebhookEndpointSecret(String endpointId) {
        return Request.of("GET", Target.path("/v1/webhooks/endpoints/{endpointId}/secret", endpointId), EndpointSecret.class);
    }

    /** Rotate an endpoint's secret. Requires {@code webhooks:write}. */
    public static Request<Endpoint> rotateWebhookEndpointSecret(String endpointId) {
        return Request.once("POST", Target.path("/v1/webhooks/endpoints/{endpointId}/secret/rotate", endpointId), Endpoint.class);
    }

    /** Send an endpoint a message of the type \{@code webhook_endpoint. Requires }webhooks:write`. */
    public static Request<Message> testWebhookEndpoint(String endpointId) {
        return Request.once("POST", Target.path("/v1/webhooks/endpoints/{endpointId}/test", endpointId), Message.class);
    }
}
