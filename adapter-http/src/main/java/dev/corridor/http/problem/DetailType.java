package dev.corridor.http.problem;

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
    /** ISO 8601, UTC, with milliseconds. */
    TIMESTAMP,
    /** Words in upper case. */
    WORDS,
    /** A whole number. */
    NUMBER,
    /** The faulty fields: each with a JSON pointer to it, its name and what is wrong with it. */
    FIELDS;

    private final String text = name().toLowerCase(Locale.ROOT);

    @Override
    public String toString() {
        return text;
    }
}
