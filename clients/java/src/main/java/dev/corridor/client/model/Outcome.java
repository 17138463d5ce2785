package dev.corridor.client.model;

public enum Outcome implements Word {
    NOT_APPLIED("not_applied"),
    APPLIED("applied"),
    UNKNOWN("unknown"),
    UNRECOGNIZED("");

    private final String value;

    Outcome(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
