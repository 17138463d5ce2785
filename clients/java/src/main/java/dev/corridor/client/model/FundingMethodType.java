package dev.corridor.client.model;

public enum FundingMethodType implements Word {
    CRYPTO_ADDRESS("CRYPTO_ADDRESS"),
    BANK("BANK"),
    UNRECOGNIZED("");

    private final String value;

    FundingMethodType(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
