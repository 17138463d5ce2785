package dev.corridor.client.model;

public enum OrganizationStatus implements Word {
    APPROVED("APPROVED"),
    NOT_APPROVED("NOT_APPROVED"),
    CLOSED("CLOSED"),
    UNRECOGNIZED("");

    private final String value;

    OrganizationStatus(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
