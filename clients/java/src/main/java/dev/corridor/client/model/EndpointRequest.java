package dev.corridor.client.model;

import java.util.List;
import java.util.Map;

/** A new endpoint. */
public final class EndpointRequest extends Members<EndpointRequest> {

    private EndpointRequest(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static EndpointRequest of(String url) {
        return new EndpointRequest(Map.of())
                .with("url", url);
    }

    @Override
    EndpointRequest copy(Map<String, Object> values) {
        return new EndpointRequest(values);
    }

    public EndpointRequest description(String description) {
        return with("description", description);
    }

    /** What it receives; all, those of the future too, if absent or empty. */
    public EndpointRequest eventTypes(List<EventType> eventTypes) {
        return with("eventTypes", eventTypes);
    }
}
