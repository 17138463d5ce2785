package dev.corridor.client.model;

import java.util.Map;

public final class ReversalRequest extends Members<ReversalRequest> {

    private ReversalRequest(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static ReversalRequest of(String reason, String evidence) {
        return new ReversalRequest(Map.of())
                .with("reason", reason)
                .with("evidence", evidence);
    }

    @Override
    ReversalRequest copy(Map<String, Object> values) {
        return new ReversalRequest(values);
    }
}
