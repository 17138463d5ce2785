package dev.corridor.client.model;

import java.util.List;
import java.util.Map;

/** A change of an endpoint. Absent members stay unchanged. */
public final class EndpointChangeRequest extends Members<EndpointChangeRequest> {

    private EndpointChangeRequest(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static EndpointChangeRequest of() {
        return new EndpointChangeRequest(Map.of());
    }

    @Override
    EndpointChangeRequest copy(Map<String, Object> values) {
        return new EndpointChangeRequest(values);
    }

    public EndpointChangeRequest url(String url) {
        return with("url", url);
    }

    public EndpointChangeRequest description(String description) {
        return with("description", description);
    }

    /** Empty for all. */
    public EndpointChangeRequest eventTypes(List<EventType> eventTypes) {
        return with("eventTypes", eventTypes);
    }

    /** True to let events wait; false to deliver again. */
    public EndpointChangeRequest disabled(boolean disabled) {
        return with("disabled", disabled);
    }
}
