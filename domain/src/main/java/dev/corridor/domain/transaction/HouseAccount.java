package dev.corridor.domain.transaction;

/** The house's own accounts: the other side of every movement. They have entries but no running balance, so nobody waits for them. */
public enum HouseAccount implements LedgerAccount {
    /** The exchange: takes one asset and gives another. */
    FX,
    /** What the house earns. */
    FEES,
    /** Money under way between the house and its banks. */
    SETTLEMENT,
    /** Everybody else: where deposits come from and payouts go to. */
    OUTSIDE_WORLD
}
