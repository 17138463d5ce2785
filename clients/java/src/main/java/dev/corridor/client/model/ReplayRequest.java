package dev.corridor.client.model;

import java.time.Instant;
import java.util.Map;

/** The period whose events are sent again. */
public final class ReplayRequest extends Members<ReplayRequest> {

    private ReplayRequest(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static ReplayRequest of(Instant from, Instant until) {
        return new ReplayRequest(Map.of())
                .with("from", from)
                .with("until", until);
    }

    @Override
    ReplayRequest copy(Map<String, Object> values) {
        return new ReplayRequest(values);
    }
}
