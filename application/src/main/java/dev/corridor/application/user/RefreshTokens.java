package dev.corridor.application.user;

/** How refresh tokens are used. */
public enum RefreshTokens {
    /** Any number of times, until the session is over. Source: the Nexgent contract, section 1. */
    REUSABLE,
    /** Once: each use replaces it, and a second use ends the session. Source: RFC 9700, section 4.14.2. */
    ROTATING
}
