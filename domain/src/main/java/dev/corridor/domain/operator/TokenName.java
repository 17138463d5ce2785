package dev.corridor.domain.operator;

/**
 * What an operator calls a token of theirs, such as {@code nightly-report}.
 *
 * @param value 2 to 32 lower-case letters, digits, dots and hyphens, of which the first is a letter
 */
public record TokenName(String value) {

    private static final String FORM = "[a-z][a-z0-9.-]{1,31}";

    public TokenName {
        if (!value.matches(FORM)) {
            throw new IllegalArgumentException("a token's name is 2 to 32 lower-case letters, digits, dots and hyphens, and begins with a letter");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
