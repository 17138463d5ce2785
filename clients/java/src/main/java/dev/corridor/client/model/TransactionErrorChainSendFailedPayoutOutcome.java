package dev.corridor.client.model;

public enum TransactionErrorChainSendFailedPayoutOutcome implements Word {
    DECLINED("DECLINED"),
    UNKNOWN("UNKNOWN"),
    UNRECOGNIZED("");

    private final String value;

    TransactionErrorChainSendFailedPayoutOutcome(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
