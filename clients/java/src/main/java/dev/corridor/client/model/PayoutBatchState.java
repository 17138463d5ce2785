package dev.corridor.client.model;

public enum PayoutBatchState implements Word {
    PENDING("PENDING"),
    SUBMITTED("SUBMITTED"),
    REFUSED("REFUSED"),
    CANCELLED("CANCELLED"),
    UNRECOGNIZED("");

    private final String value;

    PayoutBatchState(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
