package dev.corridor.domain.webhook;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;

/**
 * What the owner of an endpoint has set.
 *
 * @param description empty if there is none
 * @param eventTypes what the endpoint subscribes to; empty for all, those of future versions too
 */
public record EndpointTerms(EndpointUrl url, String description, Set<EventType> eventTypes, boolean disabled) {

    /** In characters. */
    public static final int MAX_DESCRIPTION_LENGTH = 500;

    public EndpointTerms {
        var ordered = EnumSet.noneOf(EventType.class);
        ordered.addAll(eventTypes);
        eventTypes = Collections.unmodifiableSet(ordered);
    }

    EndpointTerms withoutDelivery() {
        return new EndpointTerms(url, description, eventTypes, true);
    }
}
