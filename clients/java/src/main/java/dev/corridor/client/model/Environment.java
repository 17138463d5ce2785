package dev.corridor.client.model;

public enum Environment implements Word {
    SANDBOX("SANDBOX"),
    LIVE("LIVE"),
    UNRECOGNIZED("");

    private final String value;

    Environment(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
