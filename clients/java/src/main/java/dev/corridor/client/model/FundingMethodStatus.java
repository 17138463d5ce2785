package dev.corridor.client.model;

public enum FundingMethodStatus implements Word {
    ACTIVE("ACTIVE"),
    INACTIVE("INACTIVE"),
    DELETED("DELETED"),
    UNRECOGNIZED("");

    private final String value;

    FundingMethodStatus(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
