package dev.corridor.domain.organization;

/** What kind of document authorizes another organization. Source: the NXOS contract, section 4. */
public enum AuthorizationType {
    /** A letter of authorization. */
    LOA
}
