package dev.corridor.client.model;

public enum AccountStatus implements Word {
    ACTIVE("ACTIVE"),
    SUSPENDED("SUSPENDED"),
    CLOSED("CLOSED"),
    UNRECOGNIZED("");

    private final String value;

    AccountStatus(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
