package dev.corridor.client.model;

public enum TransactionStatus implements Word {
    EXPECTED("EXPECTED"),
    LOCKED("LOCKED"),
    COMPLETED("COMPLETED"),
    DECLINED("DECLINED"),
    REFUNDED("REFUNDED"),
    UNRECOGNIZED("");

    private final String value;

    TransactionStatus(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
