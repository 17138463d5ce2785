package dev.corridor.domain.access;

/**
 * What an operator is called, in records and when they log in.
 *
 * @param value 2 to 32 lower-case letters, digits, dots and hyphens, of which the first is a letter
 */
public record OperatorName(String value) {

    private static final String FORM = "[a-z][a-z0-9.-]{1,31}";

    public OperatorName {
        if (!value.matches(FORM)) {
            throw new IllegalArgumentException(
                    "an operator's name is 2 to 32 lower-case letters, digits, dots and hyphens, and begins with a letter");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
