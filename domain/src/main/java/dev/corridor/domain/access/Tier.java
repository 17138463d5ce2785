package dev.corridor.domain.access;

/** How much of the service a caller has subscribed to. Each tier includes those before it. Source: the NexusGlass contract, "Tiers". */
public enum Tier {
    STREAM,
    QUANT,
    PULSE,
    ORACLE;

    public boolean includes(Tier other) {
        return compareTo(other) >= 0;
    }
}
