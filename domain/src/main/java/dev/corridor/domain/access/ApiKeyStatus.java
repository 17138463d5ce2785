package dev.corridor.domain.access;

/** The lifecycle state that its owner sets. Expiry follows from the clock, and deprecation of a secret from rotation. */
public enum ApiKeyStatus {
    /** Created and not yet enabled. */
    CREATED,
    ENABLED,
    /** Disabled until it is unlocked. */
    LOCKED,
    /** Final. The record is kept, so that authentication can say why the key fails. */
    DELETED
}
