package dev.corridor.client.model;

public enum ErrorKind implements Word {
    INVALID("invalid"),
    UNAUTHENTICATED("unauthenticated"),
    FORBIDDEN("forbidden"),
    LOCKED("locked"),
    NOT_FOUND("not_found"),
    CONFLICT("conflict"),
    UNFUNDED("unfunded"),
    LIMITED("limited"),
    UPSTREAM("upstream"),
    UNAVAILABLE("unavailable"),
    INTERNAL("internal"),
    UNRECOGNIZED("");

    private final String value;

    ErrorKind(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
