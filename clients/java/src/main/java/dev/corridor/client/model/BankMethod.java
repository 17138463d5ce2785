package dev.corridor.client.model;

public enum BankMethod implements Word {
    WIRE("WIRE"),
    SEPA("SEPA"),
    ACH("ACH"),
    SWIFT("SWIFT"),
    UNRECOGNIZED("");

    private final String value;

    BankMethod(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
