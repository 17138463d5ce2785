package dev.corridor.domain.organization;

/** The state of a letter of authorization. Source: the NXOS contract, section 4. */
public enum LetterStatus {
    /** Not signed yet, or the organization that grants it is not verified yet. */
    PENDING,
    ACTIVE,
    /** Final. Another authorization is another letter. */
    REVOKED
}
