package dev.corridor.client.model;

public enum TransactionDirection implements Word {
    OUT("OUT"),
    IN("IN"),
    UNRECOGNIZED("");

    private final String value;

    TransactionDirection(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
