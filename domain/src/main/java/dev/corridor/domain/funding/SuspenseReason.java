package dev.corridor.domain.funding;

/** Why something that has arrived is in no account. */
public enum SuspenseReason {
    /** Less than the rail's minimum. */
    TOO_SMALL,
    /** No asset that accounts can hold. */
    UNKNOWN_ASSET,
    /** Arrived at an address of the house that is no account's. */
    UNKNOWN_ADDRESS,
    /** Arrived without anything that names an account. */
    NO_ACCOUNT,
    ACCOUNT_CLOSED,
    /** More than a balance can hold. */
    BALANCE_FULL,
    /** The organization is on its way to another cell, or lives there. */
    ORGANIZATION_AWAY
}
