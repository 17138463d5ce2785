package dev.corridor.client.model;

public enum Bucket implements Word {
    AVAILABLE("AVAILABLE"),
    LOCKED("LOCKED"),
    UNRECOGNIZED("");

    private final String value;

    Bucket(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
