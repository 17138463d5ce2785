package dev.corridor.domain.access;

/** A request allowance: it refills continuously, or resets each month. */
public sealed interface Limit permits RateLimit, MonthlyQuota {

    /** The allowance when nothing has been used. */
    long capacity();
}
