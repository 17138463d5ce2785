package dev.corridor.client.model;

public enum BeneficiaryStatus implements Word {
    ACTIVE("ACTIVE"),
    INACTIVE("INACTIVE"),
    BLOCKED("BLOCKED"),
    ARCHIVED("ARCHIVED"),
    UNRECOGNIZED("");

    private final String value;

    BeneficiaryStatus(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
