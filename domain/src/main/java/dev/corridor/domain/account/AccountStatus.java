package dev.corridor.domain.account;

/** Source: the NXOS contract, section 1, "Accounts". */
public enum AccountStatus {
    ACTIVE,
    /** Balances are kept, new transactions are refused. */
    SUSPENDED,
    /** Final. */
    CLOSED
}
