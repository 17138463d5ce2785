package dev.corridor.client.model;

public enum ChainNamePlatform implements Word {
    EVM("EVM"),
    SOLANA("SOLANA"),
    TRON("TRON"),
    UNRECOGNIZED("");

    private final String value;

    ChainNamePlatform(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
