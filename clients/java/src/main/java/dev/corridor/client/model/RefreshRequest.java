package dev.corridor.client.model;

import java.util.Map;

public final class RefreshRequest extends Members<RefreshRequest> {

    private RefreshRequest(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static RefreshRequest of(String refreshToken) {
        return new RefreshRequest(Map.of())
                .with("refreshToken", refreshToken);
    }

    @Override
    RefreshRequest copy(Map<String, Object> values) {
        return new RefreshRequest(values);
    }
}
