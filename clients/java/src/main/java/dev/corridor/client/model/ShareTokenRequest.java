package dev.corridor.client.model;

import java.util.Map;

public final class ShareTokenRequest extends Members<ShareTokenRequest> {

    private ShareTokenRequest(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static ShareTokenRequest of(String shareToken) {
        return new ShareTokenRequest(Map.of())
                .with("shareToken", shareToken);
    }

    @Override
    ShareTokenRequest copy(Map<String, Object> values) {
        return new ShareTokenRequest(values);
    }
}
