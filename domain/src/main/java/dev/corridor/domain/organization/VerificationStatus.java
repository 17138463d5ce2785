package dev.corridor.domain.organization;

/** How far the identification of an organization has got. Source: the NXOS contract, section 4. */
public enum VerificationStatus {
    NOT_STARTED,
    /** The documents are being examined. */
    PENDING,
    /** The only status in which an organization may transact. */
    APPROVED,
    REJECTED,
    ON_HOLD,
    /** Other documents are needed: the organization opens another session. */
    RESUBMISSION_REQUIRED;

    /** Whether a new submission of documents is examined. */
    public boolean takesSubmission() {
        return this == NOT_STARTED || this == RESUBMISSION_REQUIRED;
    }
}
