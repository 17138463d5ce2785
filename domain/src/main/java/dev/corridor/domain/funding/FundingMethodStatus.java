package dev.corridor.domain.funding;

/** Whatever the status, what arrives is credited, as long as the account is not closed. Source: the NXOS contract, section 1, "Funding methods". */
public enum FundingMethodStatus {
    ACTIVE,
    /** Replaced by another, and not shown to new payers. */
    INACTIVE,
    DELETED
}
