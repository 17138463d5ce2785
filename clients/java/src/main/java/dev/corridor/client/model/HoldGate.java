package dev.corridor.client.model;

public enum HoldGate implements Word {
    APPROVAL("APPROVAL"),
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
