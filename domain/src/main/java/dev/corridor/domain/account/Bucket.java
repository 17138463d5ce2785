package dev.corridor.domain.account;

/** The two halves of a balance. */
public enum Bucket {
    /** Free to spend. */
    AVAILABLE,
    /** Promised to a payout that is on its way. */
    LOCKED
}
