package dev.corridor.client.model;

public enum Retry implements Word {
    NEVER("never"),
    SAME_REQUEST("same_request"),
    AFTER("after"),
    NEW_REQUEST("new_request"),
    UNRECOGNIZED("");

    private final String value;

    Retry(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
