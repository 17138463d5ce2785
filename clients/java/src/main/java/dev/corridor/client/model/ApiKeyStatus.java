package dev.corridor.client.model;

public enum ApiKeyStatus implements Word {
    CREATED("CREATED"),
    ENABLED("ENABLED"),
    LOCKED("LOCKED"),
    DELETED("DELETED"),
    UNRECOGNIZED("");

    private final String value;

    ApiKeyStatus(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
