package dev.corridor.domain.access;

/** The subscription level of a caller. Each tier includes those before it. Source: the NexusGlass contract, "Tiers". */
public enum Tier {
    STREAM,
    QUANT,
    PULSE,
    ORACLE;

    public boolean includes(Tier other) {
        return compareTo(other) >= 0;
    }
}
