package dev.corridor.client.model;

public enum DispatchState implements Word {
    WAITING("WAITING"),
    PREPARED("PREPARED"),
    SENT("SENT"),
    WITHDRAWN("WITHDRAWN"),
    UNRECOGNIZED("");

    private final String value;

    DispatchState(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
