package dev.corridor.application.webhook;

import dev.corridor.application.webhook.port.EndpointSecrets;
import dev.corridor.application.webhook.port.Endpoints;
import dev.corridor.domain.webhook.EndpointList;
import dev.corridor.domain.webhook.WebhookSecret;

public final class GetEndpointSecretService implements GetEndpointSecret {

    private final Endpoints endpoints;
    private final EndpointSecrets secrets;

    public GetEndpointSecretService(Endpoints endpoints, EndpointSecrets secrets) {
        this.endpoints = endpoints;
        this.secrets = secrets;
    }

    @Override
    public WebhookSecret get(Command command) {
        var endpoint = endpoints.find(command.caller().organization(), command.endpoint()).orElseThrow(EndpointList::notFound);
        return secrets.open(endpoint.secret(), endpoint.id());
    }
}
