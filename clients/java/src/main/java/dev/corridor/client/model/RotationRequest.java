package dev.corridor.client.model;

import java.time.Duration;
import java.util.Map;

public final class RotationRequest extends Members<RotationRequest> {

    private RotationRequest(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static RotationRequest of(Duration overlap) {
        return new RotationRequest(Map.of())
                .with("overlap", overlap);
    }

    @Override
    RotationRequest copy(Map<String, Object> values) {
        return new RotationRequest(values);
    }
}
