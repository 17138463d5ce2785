package dev.corridor.domain.webhook;

import dev.corridor.domain.error.BusinessException;
import dev.corridor.domain.error.NotFound;
import dev.corridor.domain.webhook.WebhookError.WebhookEndpointLimitReached;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All endpoints of an organization. */
public record EndpointList(List<Endpoint> endpoints) {

    /** The most endpoints per organization: each event is delivered to each of them. */
    public static final int MAX_ENDPOINTS = 50;

    public EndpointList {
        endpoints = List.copyOf(endpoints);
    }

    public Optional<Endpoint> find(EndpointId id) {
        return endpoints.stream().filter(endpoint -> endpoint.id().equals(id)).findAny();
    }

    public Endpoint endpoint(EndpointId id) {
        return find(id).orElseThrow(EndpointList::notFound);
    }

    public EndpointList add(Endpoint endpoint) {
        if (endpoints.size() >= MAX_ENDPOINTS) {
            throw new BusinessException(new WebhookEndpointLimitReached());
        }
        return new EndpointList(Stream.concat(endpoints.stream(), Stream.of(endpoint)).toList());
    }

    public EndpointList replace(Endpoint changed) {
        return new EndpointList(endpoints.stream().map(endpoint -> endpoint.id().equals(changed.id()) ? changed : endpoint).toList());
    }

    public EndpointList remove(EndpointId id) {
        endpoint(id);
        return new EndpointList(endpoints.stream().filter(endpoint -> !endpoint.id().equals(id)).toList());
    }

    /** The contract has no code of its own for it. */
    public static BusinessException notFound() {
        return new BusinessException(new NotFound("Webhook endpoint"));
    }
}
