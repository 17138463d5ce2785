package dev.corridor.client.model;

public enum ServiceUnavailableReason implements Word {
    OVERLOAD("OVERLOAD"),
    OUTAGE("OUTAGE"),
    MAINTENANCE("MAINTENANCE"),
    UNRECOGNIZED("");

    private final String value;

    ServiceUnavailableReason(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
