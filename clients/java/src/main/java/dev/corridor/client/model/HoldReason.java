package dev.corridor.client.model;

public enum HoldReason implements Word {
    REJECTED("REJECTED"),
    EXPIRED("EXPIRED"),
    CANCELLED("CANCELLED"),
    REFUSED("REFUSED"),
    UNRECOGNIZED("");

    private final String value;

    HoldReason(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
