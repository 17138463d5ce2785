package dev.corridor.client.model;

import java.util.Map;

public final class OpenAccountRequest extends Members<OpenAccountRequest> {

    private OpenAccountRequest(Map<String, Object> values) {
        super(values);
    }

    /** With what is required. */
    public static OpenAccountRequest of(String name) {
        return new OpenAccountRequest(Map.of())
                .with("name", name);
    }

    @Override
    OpenAccountRequest copy(Map<String, Object> values) {
        return new OpenAccountRequest(values);
    }

    public OpenAccountRequest reference(String reference) {
        return with("reference", reference);
    }

    public OpenAccountRequest description(String description) {
        return with("description", description);
    }
}
