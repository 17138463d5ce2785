package dev.corridor.client.model;

public enum AttemptOutcome implements Word {
    DELIVERED("DELIVERED"),
    REFUSED("REFUSED"),
    TIMED_OUT("TIMED_OUT"),
    UNREACHABLE("UNREACHABLE"),
    FORBIDDEN_ADDRESS("FORBIDDEN_ADDRESS"),
    UNRECOGNIZED("");

    private final String value;

    AttemptOutcome(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
