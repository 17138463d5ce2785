package dev.corridor.domain.access;

/** What its owner has made of a key. That it has expired is a matter of the clock, that a secret is deprecated one of its rotation. */
public enum ApiKeyStatus {
    /** It was made, and waits to be enabled. */
    CREATED,
    ENABLED,
    /** Out of use until it is unlocked. */
    LOCKED,
    /** Out of use for good. It is kept, so that whoever presents it learns why it does not work. */
    DELETED
}
