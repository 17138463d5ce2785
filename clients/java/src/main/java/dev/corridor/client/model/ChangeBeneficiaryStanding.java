package dev.corridor.client.model;

public enum ChangeBeneficiaryStanding implements Word {
    ACTIVE("ACTIVE"),
    INACTIVE("INACTIVE"),
    UNRECOGNIZED("");

    private final String value;

    ChangeBeneficiaryStanding(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
