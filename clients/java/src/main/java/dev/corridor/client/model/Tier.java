package dev.corridor.client.model;

public enum Tier implements Word {
    STREAM("STREAM"),
    QUANT("QUANT"),
    PULSE("PULSE"),
    ORACLE("ORACLE"),
    UNRECOGNIZED("");

    private final String value;

    Tier(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
