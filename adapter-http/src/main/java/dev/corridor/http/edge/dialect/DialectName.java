package dev.corridor.http.edge.dialect;

import java.util.Arrays;
import java.util.Optional;

/** The error contracts, by the names that clients and operators use. */
public enum DialectName {
    NXOS("nxos"),
    NEXUSGLASS("nexusglass"),
    NEXGENT("nexgent"),
    NEXPAY("nexpay"),
    TICKDB("tickdb"),
    PROBLEM_JSON("problem+json");

    private final String text;

    DialectName(String text) {
        this.text = text;
    }

    public static Optional<DialectName> find(String text) {
        return Arrays.stream(values()).filter(name -> name.text.equals(text)).findAny();
    }

    @Override
    public String toString() {
        return text;
    }
}
