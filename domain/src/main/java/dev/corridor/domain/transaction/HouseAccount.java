package dev.corridor.domain.transaction;

/** The house's own accounts, the other side of every movement. They have no running balance, so they are never a lock hotspot. */
public enum HouseAccount implements LedgerAccount {
    /** The exchange: debits one asset and credits another. */
    FX,
    /** Fee income. */
    FEES,
    /** Money in transit between the house and its banks. */
    SETTLEMENT,
    /** External parties: source of deposits and destination of payouts. */
    OUTSIDE_WORLD,
    /** Money between the two sides of a transfer inside the house. It holds nothing unless a transfer is in flight. */
    CLEARING
}
