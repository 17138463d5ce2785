package dev.corridor.client.model;

public enum SignatureFormat implements Word {
    NEXPAY("NEXPAY"),
    CORRIDOR("CORRIDOR"),
    UNRECOGNIZED("");

    private final String value;

    SignatureFormat(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
