package dev.corridor.domain.text;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a value must be like: a rule that needs nothing to judge by but the value. */
public interface Check<T> {

    boolean accepts(T value);

    /** Continues a sentence that begins with the name of the field: "must be a BIC of 8 or 11 characters". */
    String reason();

    /** What every accepted text matches as a whole, for descriptions; empty if no regular expression says it. */
    default Optional<Pattern> form() {
        return Optional.empty();
    }
}
