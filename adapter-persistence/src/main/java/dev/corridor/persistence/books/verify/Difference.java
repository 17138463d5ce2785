package dev.corridor.persistence.books.verify;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something in the books that does not add up.
 *
 * @param check the rule that is broken, in snake_case
 * @param facts what was found, by name, in the order in which it reads best
 */
public record Difference(String check, Map<String, String> facts) {

    public Difference {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }
}
