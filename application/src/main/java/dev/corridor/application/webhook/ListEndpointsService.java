package dev.corridor.application.webhook;

import dev.corridor.application.Page;
import dev.corridor.application.webhook.port.Endpoints;
import dev.corridor.domain.webhook.Endpoint;

public final class ListEndpointsService implements ListEndpoints {

    private final Endpoints endpoints;

    public ListEndpointsService(Endpoints endpoints) {
        this.endpoints = endpoints;
    }

    @Override
    public Page<Endpoint> list(Command command) {
        return endpoints.page(command.caller().organization(), command.page());
    }
}
