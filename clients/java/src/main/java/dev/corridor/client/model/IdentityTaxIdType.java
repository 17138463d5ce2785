package dev.corridor.client.model;

public enum IdentityTaxIdType implements Word {
    SSN("SSN"),
    TIN("TIN"),
    UNRECOGNIZED("");

    private final String value;

    IdentityTaxIdType(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
