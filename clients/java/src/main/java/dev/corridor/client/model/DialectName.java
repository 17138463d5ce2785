package dev.corridor.client.model;

public enum DialectName implements Word {
    NXOS("nxos"),
    NEXUSGLASS("nexusglass"),
    NEXGENT("nexgent"),
    NEXPAY("nexpay"),
    TICKDB("tickdb"),
    PROBLEM_JSON("problem+json"),
    UNRECOGNIZED("");

    private final String value;

    DialectName(String value) {
        this.value = value;
    }

    @Override
    public String value() {
        return value;
    }
}
