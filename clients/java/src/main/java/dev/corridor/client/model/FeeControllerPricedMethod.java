package dev.corridor.client.model;

public enum FeeControllerPricedMethod implements Word {
    WIRE("WIRE"),
    SEPA("SEPA"),
    ACH("ACH"),
    SWIFT("SWIFT"),
    UNRECOGNIZED("");

    private final String value;

    FeeControllerPricedMethod(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
