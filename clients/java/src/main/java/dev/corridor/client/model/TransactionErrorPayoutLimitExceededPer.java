package dev.corridor.client.model;

public enum TransactionErrorPayoutLimitExceededPer implements Word {
    DAY("DAY"),
    BENEFICIARY_AND_DAY("BENEFICIARY_AND_DAY"),
    UNRECOGNIZED("");

    private final String value;

    TransactionErrorPayoutLimitExceededPer(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
