package dev.corridor.client.model;

public enum AuthorizationType implements Word {
    LOA("LOA"),
    UNRECOGNIZED("");

    private final String value;

    AuthorizationType(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
