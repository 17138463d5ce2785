package dev.corridor.domain.organization;

/** What an organization may do at all. Its operator decides. */
public enum OrganizationStatus {
    APPROVED,
    /** It is not known well enough yet, or no longer: it may read what is its own, and change nothing. */
    NOT_APPROVED,
    /** It may not come in any more. */
    CLOSED;

    /** The sandbox needs no vetting; in the live environment the operator must identify the organization first. */
    public static OrganizationStatus ofNewIn(Environment environment) {
        return switch (environment) {
            case SANDBOX -> APPROVED;
            case LIVE -> NOT_APPROVED;
        };
    }
}
