package dev.corridor.client.model;

public enum QuoteStatus implements Word {
    PENDING("PENDING"),
    COMPLETED("COMPLETED"),
    EXPIRED("EXPIRED"),
    FAILED("FAILED"),
    UNRECOGNIZED("");

    private final String value;

    QuoteStatus(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
