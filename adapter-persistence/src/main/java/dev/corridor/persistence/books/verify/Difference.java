package dev.corridor.persistence.books.verify;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A violated rule of the books.
 *
 * @param check the rule's name, in snake_case
 * @param facts by name, in the order for reading
 */
public record Difference(String check, Map<String, String> facts) {

    public Difference {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }
}
