package dev.corridor.client.model;

public enum TransactionType implements Word {
    TRADE("TRADE"),
    CRYPTO_PAYOUT("CRYPTO_PAYOUT"),
    FIAT_PAYOUT("FIAT_PAYOUT"),
    CRYPTO_PAYIN("CRYPTO_PAYIN"),
    FIAT_PAYIN("FIAT_PAYIN"),
    ADJUSTMENT("ADJUSTMENT"),
    TRANSFER("TRANSFER"),
    NXOSNET_TRANSFER("NXOSNET_TRANSFER"),
    COMMISSION("COMMISSION"),
    UNRECOGNIZED("");

    private final String value;

    TransactionType(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
