package dev.corridor.application.reconciliation.port;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Something in which the books and a rail do not agree.
 *
 * @param check the name of the rule, in snake_case
 * @param facts by name, in the order for reading; the same each time that the difference is found
 */
public record Difference(String check, Map<String, String> facts) {

    public Difference {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    /** @param namesAndValues alternating */
    public static Difference of(String check, String... namesAndValues) {
        var facts = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            facts.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Difference(check, facts);
    }

    /** By which it is known again. */
    public String line() {
        return check + facts.entrySet().stream().map(fact -> " " + fact.getKey() + "=" + fact.getValue()).collect(Collectors.joining());
    }
}
