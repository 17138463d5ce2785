package dev.corridor.client.model;

public enum LetterStatus implements Word {
    PENDING("PENDING"),
    ACTIVE("ACTIVE"),
    REVOKED("REVOKED"),
    UNRECOGNIZED("");

    private final String value;

    LetterStatus(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
