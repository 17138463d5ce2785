package dev.corridor.domain.access;

import java.util.regex.Pattern;

/**
 * A Corridor with its own database, for some organizations. Its name stands in the keys and tokens that it issues, so that a proxy leads requests to it
 * without looking anything up: 1 to 12 lower-case letters and digits, with a letter first.
 */
public record Cell(String name) {

    /** As a regular expression. */
    public static final String FORM = "[a-z][a-z0-9]{0,11}";

    private static final Pattern PATTERN = Pattern.compile(FORM);

    public Cell {
        if (!PATTERN.matcher(name).matches()) {
            throw new IllegalArgumentException("a cell's name is 1 to 12 lower-case letters and digits, with a letter first");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
