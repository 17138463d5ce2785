package dev.corridor.application.webhook;

import dev.corridor.application.Page;
import dev.corridor.application.webhook.port.Deliveries;
import dev.corridor.application.webhook.port.Endpoints;
import dev.corridor.domain.webhook.Attempt;
import dev.corridor.domain.webhook.EndpointList;

public final class ListAttemptsService implements ListAttempts {

    private final Endpoints endpoints;
    private final Deliveries deliveries;

    public ListAttemptsService(Endpoints endpoints, Deliveries deliveries) {
        this.endpoints = endpoints;
        this.deliveries = deliveries;
    }

    @Override
    public Page<Attempt> list(Command command) {
        var organization = command.caller().organization();
        var endpoint = endpoints.find(organization, command.endpoint()).orElseThrow(EndpointList::notFound);
        return deliveries.attempts(organization, endpoint.id(), command.page());
    }
}
