package dev.corridor.client.model;

public enum DetailType implements Word {
    TEXT("text"),
    ID("id"),
    WORD("word"),
    AMOUNT("amount"),
    RATE("rate"),
    NUMBER("number"),
    TIMESTAMP("timestamp"),
    WORDS("words"),
    FIELDS("fields"),
    UNRECOGNIZED("");

    private final String value;

    DetailType(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
