package dev.corridor.client.model;

public enum OrganizationType implements Word {
    BUSINESS("BUSINESS"),
    INDIVIDUAL("INDIVIDUAL"),
    UNRECOGNIZED("");

    private final String value;

    OrganizationType(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
