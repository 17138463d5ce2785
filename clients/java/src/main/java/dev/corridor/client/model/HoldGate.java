package dev.corridor.client.model;

public enum HoldGate implements Word {
    APPROVAL("APPROVAL"),
    REVIEW("REVIEW"),
    SCHEDULE("SCHEDULE"),
    UNRECOGNIZED("");

    private final String value;

    HoldGate(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
