package dev.corridor.domain.error;

import java.util.Locale;

/** What became of the effect that a request asks for. A refusal that leaves a client guessing makes it pay twice, or not at all. */
public enum Outcome {
    /** Nothing of it has happened, and nothing will. */
    NOT_APPLIED,
    /** It has happened already: an earlier request brought it about. */
    APPLIED,
    /** It may have happened, or may yet happen. Only looking it up, or the same request under the same idempotency key, can tell. */
    UNKNOWN;

    private final String text = name().toLowerCase(Locale.ROOT);

    /** As clients read it. */
    @Override
    public String toString() {
        return text;
    }
}
