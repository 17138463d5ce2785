package dev.corridor.client.model;

public enum IdentityEntityType implements Word {
    INDIVIDUAL("INDIVIDUAL"),
    BUSINESS("BUSINESS"),
    UNRECOGNIZED("");

    private final String value;

    IdentityEntityType(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
