package dev.corridor.domain.organization;

/** Whether an organization may come in at all. Its operator decides. */
public enum OrganizationStatus {
    APPROVED,
    /** It is not known well enough yet, or no longer. */
    NOT_APPROVED,
    CLOSED;

    /** Play money needs no vetting; with real money nobody moves anything before the operator knows who it is. */
    public static OrganizationStatus ofNewIn(Environment environment) {
        return switch (environment) {
            case SANDBOX -> APPROVED;
            case LIVE -> NOT_APPROVED;
        };
    }
}
