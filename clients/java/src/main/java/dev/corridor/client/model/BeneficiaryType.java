package dev.corridor.client.model;

public enum BeneficiaryType implements Word {
    CRYPTO("CRYPTO"),
    BANK("BANK"),
    NXOSNET("NXOSNET"),
    UNRECOGNIZED("");

    private final String value;

    BeneficiaryType(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
