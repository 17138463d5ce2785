package dev.corridor.domain.organization;

/** What kind of customer an organization is. Source: the NXOS contract, section 4. */
public enum OrganizationType {
    BUSINESS,
    INDIVIDUAL
}
