package dev.corridor.client.model;

public enum VerificationStatus implements Word {
    NOT_STARTED("NOT_STARTED"),
    PENDING("PENDING"),
    APPROVED("APPROVED"),
    REJECTED("REJECTED"),
    ON_HOLD("ON_HOLD"),
    RESUBMISSION_REQUIRED("RESUBMISSION_REQUIRED"),
    UNRECOGNIZED("");

    private final String value;

    VerificationStatus(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
