package dev.corridor.http.edge.problem;

import java.util.Locale;

/** What the value of a detail looks like on the wire. */
public enum DetailType {
    /** A sentence or a word for people. */
    TEXT,
    /** One of our ids: a prefix and 32 hex digits. */
    ID,
    /** A word in upper case, one of a closed set. */
    WORD,
    /** An amount in major units, as a decimal text with all the digits of its asset. */
    AMOUNT,
    /** What one whole unit of an asset is worth in another, as a decimal text with as many digits as it needs. */
    RATE,
    /** A whole number. */
    NUMBER,
    /** ISO 8601, UTC, with milliseconds. */
    TIMESTAMP,
    /** Words in upper case. */
    WORDS,
    /** The faulty fields: each with a JSON pointer to it, its name and what is wrong with it. */
    FIELDS;

    private final String text = name().toLowerCase(Locale.ROOT);

    @Override
    public String toString() {
        return text;
    }
}
