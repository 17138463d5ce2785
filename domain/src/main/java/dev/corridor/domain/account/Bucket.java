package dev.corridor.domain.account;

/** The two halves of a balance. */
public enum Bucket {
    /** Free to spend. */
    AVAILABLE,
    /** Reserved for a payout in flight. */
    LOCKED
}
