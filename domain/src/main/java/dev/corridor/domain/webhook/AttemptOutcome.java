package dev.corridor.domain.webhook;

/** How an attempt ended. */
public enum AttemptOutcome {
    /** The endpoint answered with a 2xx status. */
    DELIVERED,
    /** It answered with another status; redirects are not followed. */
    REFUSED,
    /** It did not answer in time. */
    TIMED_OUT,
    /** There was no connection, no valid certificate, or no HTTP answer. */
    UNREACHABLE,
    /** Its name leads to an address that is not on the public internet. */
    FORBIDDEN_ADDRESS
}
