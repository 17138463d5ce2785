package dev.corridor.domain.account;

/** Source: the NXOS contract, section 1, "Accounts". */
public enum AccountStatus {
    ACTIVE,
    /** Keeps its balances and refuses new transactions. */
    SUSPENDED,
    /** Final. */
    CLOSED
}
