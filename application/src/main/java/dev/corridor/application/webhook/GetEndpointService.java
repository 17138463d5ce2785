package dev.corridor.application.webhook;

import dev.corridor.application.webhook.port.Endpoints;
import dev.corridor.domain.webhook.Endpoint;
import dev.corridor.domain.webhook.EndpointList;

public final class GetEndpointService implements GetEndpoint {

    private final Endpoints endpoints;

    public GetEndpointService(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public Endpoint get(Command command) {
        return endpoints.find(command.caller().organization(), command.endpoint()).orElseThrow(EndpointList::notFound);
    }
}
